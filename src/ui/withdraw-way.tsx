import { TextAreaField, type Answer } from './field.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

/** Who asked for something says that it is no longer needed. */
export function WithdrawWay({ answer, small = false }: { answer: Answer | undefined; small?: boolean }) {
  const { say } = useWords();
  return (
    <Way
      name={say('requests.withdraw')}
      hint={say('requests.withdraw_hint')}
      intent="withdraw"
      does={say('requests.withdraw_do')}
      answer={answer}
      small={small}
    >
      <TextAreaField name="text" label={say('requests.reason')} optional rows={2} maxLength={2000} answer={answer} />
    </Way>
  );
}
