/** Colombia's time zone (IANA): the house's until its institution says its own, which is asked by `zoneOf`. */
export const defaultZone = 'America/Bogota';
