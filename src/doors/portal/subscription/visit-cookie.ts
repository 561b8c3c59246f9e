/** What a browser keeps whose owner asked that his visits be remembered: sealed, and read by nobody else. */
export const visitCookie = 'visits';
