import type { PlanChannel } from '#domains/plan/index.ts';
import { useWords } from '#ui/words.tsx';

/** Channels, each with its class and whether it is online: «Intranet · digital, en línea». */
export function Channels({ channels }: { channels: readonly Pick<PlanChannel, 'name' | 'class' | 'mode'>[] }) {
  const { say } = useWords();
  return (
    <ul>
      {channels.map(({ name, class: cls, mode }) => (
        <li key={name}>
          {name} <small className="muted">{say('work.channel_class', { class: cls, mode: say(`plan.document.mode.${mode}`) })}</small>
        </li>
      ))}
    </ul>
  );
}
