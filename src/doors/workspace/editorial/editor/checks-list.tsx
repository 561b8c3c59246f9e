import { Link } from 'react-router';
import type { Check, PieceCheck } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { sentenceOf } from './found-list.tsx';

interface Props {
  readonly piece: number;
  readonly checks: readonly PieceCheck[];
  readonly informationClass: string;
  readonly classifies: boolean;
  readonly waives: boolean;
  readonly waivable: readonly Check[];
  /** Leads to a passage; absent where nobody writes. */
  readonly onJump?: ((block: string, quote: string) => void) | undefined;
}

const shown = 4;

/** What stops the piece first, then what is worth a look, then all that is well in one line. */
export function ChecksList({ piece, checks, informationClass, classifies, waives, waivable, onJump }: Props) {
  const { say, format } = useWords();
  const [stops, doubts, waived] = (['block', 'warn', 'waived'] as const).map((level) => checks.filter((one) => one.level === level));
  const read = checks.find(({ check }) => check === 'readability');
  const well = checks.filter(({ level, check }) => level === 'ok' && check !== 'readability' && check !== 'class');
  const one = (each: PieceCheck, light: 'off' | 'risk') => {
    const first = each.found[0]!;
    return (
      <li key={each.check}>
        <Light light={light}>{say(`checks.name.${each.check}`)}</Light>
        {onJump && first.block !== '' && !first.block.startsWith('renditions.') ? (
          <button className="link" type="button" onClick={() => onJump(first.block, first.quote)}>
            {say(each.level === 'block' ? 'writing.mend' : 'writing.see')}
            <span className="sr">: {say(`checks.name.${each.check}`)}</span>
          </button>
        ) : (
          <span />
        )}
        {each.found.slice(0, shown).map((found, at) => (
          <small key={at}>
            {onJump && at > 0 && found.block !== '' && !found.block.startsWith('renditions.') ? (
              <button className="link quiet" type="button" onClick={() => onJump(found.block, found.quote)}>
                {sentenceOf(say, each.check, found)}
              </button>
            ) : (
              sentenceOf(say, each.check, found)
            )}
          </small>
        ))}
        {each.found.length > shown && <small>{say('writing.more_found', { count: each.found.length - shown })}</small>}
        {each.level === 'block' && waives && waivable.includes(each.check) && (
          <small>
            <Link to={`/workspace/pieces/${piece}/waivers/${each.check}`}>{say('writing.waive')}</Link>
          </small>
        )}
      </li>
    );
  };
  return (
    <Section id="comprobaciones" title={say('writing.checks')} count={checks.length}>
      <ul className="checks">
        {stops!.map((each) => one(each, 'off'))}
        {doubts!.filter(({ check }) => check !== 'readability').map((each) => one(each, 'risk'))}
        {waived!.map((each) => (
          <li key={each.check}>
            <Light light="none">{say(`checks.name.${each.check}`)}</Light>
            {waives ? <Link to={`/workspace/pieces/${piece}/waivers/${each.check}`}>{say('writing.see')}</Link> : <span />}
            <small>
              {say('writing.waived_by', { who: each.waiver!.who, when: format.instant(each.waiver!.at), reason: each.waiver!.reason })}
            </small>
          </li>
        ))}
        {read && (
          <li>
            <Light light={read.level === 'ok' ? (read.facts.grade === 'short' ? 'none' : 'good') : 'risk'}>
              {say('checks.name.readability')}
            </Light>
            {read.facts.grade === 'short' ? <span className="muted">{say('writing.not_yet')}</span> : <b>{read.facts.inflesz}</b>}
            <small>{say(`checks.grade.${read.facts.grade}`, read.facts)}</small>
          </li>
        )}
        {!stops!.some(({ check }) => check === 'class') && (
          <li>
            <Light light="good">{say('writing.class_is', { class: say(`pieces.class.${informationClass}`).toLocaleLowerCase() })}</Light>
            {classifies ? <Link to={`/workspace/pieces/${piece}/class`}>{say('writing.change')}</Link> : <span />}
            <small>{say(`writing.class_means.${informationClass}`)}</small>
          </li>
        )}
        {well.length > 0 && (
          <li className="all">
            <Light light="good">{say('writing.all_well', { count: well.length })}</Light>
            <small>{format.list(well.map(({ check }) => say(`checks.name.${check}`).toLocaleLowerCase()))}</small>
          </li>
        )}
      </ul>
    </Section>
  );
}
