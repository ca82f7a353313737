/** La Poste's offices have SIRETs of their own, whose digits add up to a multiple of five (INSEE). */
const laPoste = "356000000";

/** The Luhn checksum (ISO/IEC 7812-1) of a string of digits. */
function luhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/**
 * A registration number as it is kept. In France it is a SIREN (9 digits) or a SIRET (14), whose checksum must be
 * right; elsewhere whatever the country writes.
 * @returns null when it can be no number of that country
 */
export function registrationNumber(country: string, typed: string): string | null {
  if (country !== "FR") return typed.trim().replace(/\s+/gu, " ");
  const digits = typed.replace(/[\s.\-–]/gu, "");
  if (digits === "") return "";
  if (/^\d{9}$/.test(digits)) return luhn(digits) ? digits : null;
  if (!/^\d{14}$/.test(digits)) return null;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  const right = luhn(digits) || (digits.startsWith(laPoste) && sum % 5 === 0);
  return right && luhn(digits.slice(0, 9)) ? digits : null;
}
