/** A function that keeps its answers of late by the text that it was asked with. */
export function memo<Answer>(work: (text: string) => Answer, size = 64): (text: string) => Answer {
  const kept = new Map<string, Answer>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    kept.set(text, answer);
    const oldest = kept.keys().next().value;
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
