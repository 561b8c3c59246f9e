/** In what who is outside may send: ten files of up to 20 MB. */
export const outsideLimits = { file: 20 * 1024 * 1024, files: 10 } as const;
