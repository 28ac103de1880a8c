/** Where the partner's site is. */
export const partnerAddress = (port) => ({
  port,
  host: 'localhost',
  variable: 'NEWSRACK_PARTNER_PORT',
});
