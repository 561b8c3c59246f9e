/**
 * Syllables of a Spanish word, by the rules of the Ortografía of the Academies (2010, «La división silábica»): two open vowels part
 * (ca-os), as do an open one and an accented closed one (pa-ís); any other two vowels go together (ciu-dad, cuí-da-te), also with an
 * h between them (prohi-bir). Other languages' words come near.
 */
export function syllablesIn(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu(?=[eéií])/g, 'k')
    .replace(/gu(?=[eéií])/g, 'g')
    .replace(/(?<!c)h/g, '')
    // A y alone, or after the last vowel, sounds as a vowel: ley, y, Uruguay.
    .replace(/y(?![aeiouáéíóúü])/g, 'i');
  let count = 0;
  for (const [vowels] of letters.matchAll(/[aeiouáéíóúü]+/g)) count += 1 + breaksIn(vowels);
  return Math.max(1, count);
}

const open = /[aeoáéó]/;
const stressedClosed = /[íú]/;

function breaksIn(vowels: string): number {
  let breaks = 0;
  for (let at = 1; at < vowels.length; at += 1) {
    const [one, other] = [vowels[at - 1]!, vowels[at]!];
    const hiatus =
      (open.test(one) && open.test(other)) ||
      (open.test(one) && stressedClosed.test(other)) ||
      (stressedClosed.test(one) && open.test(other)) ||
      (one === other && !open.test(one));
    if (hiatus) breaks += 1;
  }
  return breaks;
}
