import type { activityCard, Owed } from '#domains/plan/index.ts';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { periodName } from './periods.ts';

type Reports = Awaited<ReturnType<typeof activityCard>>['reports'];

/** Everything told of an activity, newest first, each with its evidence. */
export function ReportHistory({
  reports,
  recurs,
  owed,
  today,
}: {
  reports: Reports;
  recurs: boolean;
  owed: readonly Owed[];
  today: string;
}) {
  const { say, format } = useWords();
  const nameOf = (start: string) => {
    const occurrence = owed.find(({ startsOn }) => startsOn === start);
    return recurs && occurrence ? ` · ${periodName(say, format, occurrence)}` : '';
  };
  return (
    <Section title={say('work.history')} count={reports.length || undefined}>
      {reports.length === 0 ? (
        <Empty slim title={say('work.no_reports')}>
          {say('work.no_reports_how')}
        </Empty>
      ) : (
        <Timeline
          moments={reports.map((report, index) => ({
            key: report.id,
            now: index === 0,
            when: format.shortDay(report.reportedAt.toISOString().slice(0, 10), today),
            what: (
              <>
                {say('work.reported', {
                  name: report.personName ?? say('work.a_system'),
                  state: say(`work.state.${report.state}`).toLowerCase(),
                })}
                {report.state === 'under_way' && `, ${format.percent(report.percent)}`}
                {nameOf(report.periodStart)}
              </>
            ),
            more: (
              <>
                {report.note}
                {report.files.length > 0 && <EvidenceList files={report.files} />}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}
