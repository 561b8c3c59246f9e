const shortened =
  /(?:^|[\s(«"'])(?:sr|sra|srta|dr|dra|lic|ing|arq|prof|d|dña|art|arts|inc|lit|num|núm|no|nos|n\.º|pág|págs|tel|cel|ext|av|cra|cl|cll|dg|tv|dpto|depto|etc|ej|aprox|máx|mín|vs|p|pp|a|ee|uu|s|vol|ed|cap|fig|ref|nit|c|t|gral|cnel|cap|mons|hno|hna|sto|sta|jr)\.$/i;

/**
 * The sentences of a line: a point, exclamation or question mark ends one when what follows begins another (a capital, a figure, an
 * opening mark); abbreviations and initials do not.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let begun = 0;
  for (const match of text.matchAll(/[.!?…]+[»"”')\]]*\s+(?=["«“'(¿¡—-]*[\p{Lu}\p{N}¿¡])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    const before = text.slice(begun, end);
    if (/^\.$/.test(match[0].trimEnd()) && (shortened.test(before) || /(?:^|[\s.])\p{Lu}\.$/u.test(before))) continue;
    sentences.push(before.trim());
    begun = match.index + match[0].length;
  }
  sentences.push(text.slice(begun).trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** Words that are read as words: figures and marks alone are not counted. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
}
