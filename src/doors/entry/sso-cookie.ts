/** Of a sign-in that is at the provider. */
export const ssoCookie = 'pregon-sso';
