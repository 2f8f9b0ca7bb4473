import { answersTo, readVoices, type Answer } from '../analysis/voices.ts';
import { accuracy, type Measure } from './measure.ts';

const FOLDER = 'tests/analysis/voices';

/**
 * The words of the short articles whose speaker is known: how many are found as somebody's words, how
 * many with the right speaker, and how many without a wrong one; a speaker that is left out is not wrong.
 */
export function measureVoices(): Measure[] {
  const answers = readVoices(FOLDER).flatMap((voices) => answersTo(voices));
  const shareOf = (name: string, isRight: (answer: Answer) => boolean) =>
    accuracy(
      'voices',
      name,
      answers.map((answer) => {
        const expected = [answer.speakers.join(' or ')];
        return { text: answer.words, expected, got: isRight(answer) ? expected : [given(answer)] };
      }),
    );
  return [
    shareOf('attributions', ({ isFound }) => isFound),
    shareOf('speaker right', ({ outcome }) => outcome === 'right'),
    shareOf('no wrong speaker', ({ outcome }) => outcome !== 'wrong'),
  ];
}

function given({ speaker, isFound }: Answer): string {
  return speaker ?? (isFound ? 'somebody' : 'no attribution');
}
