using System.Collections.Immutable;
using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>Her pregnancies as they can be made out from a record, and what was wrong with the entries.</summary>
/// <param name="Episodes">In order of time; those without any date first.</param>
/// <param name="Issues">Contradictions and impossible dates.</param>
public sealed record PregnancyHistory(Entries<PregnancyEpisode> Episodes, ImmutableArray<Issue> Issues);

/// <summary>
/// Makes out the pregnancies in a record: an entry that she is pregnant opens one, a birth or a loss ends it. Entries that may
/// speak of the same pregnancy are taken together, so that the number of pregnancies is never more than there were.
/// </summary>
public static class PregnancyEpisodes
{
    /// <summary>Finds every pregnancy in a record. Give the record as it stood on a date to know only what was known then.</summary>
    /// <param name="record">The record.</param>
    /// <param name="knowledge">Which codes mean what.</param>
    public static PregnancyHistory Find(Record record, ReadingKnowledge knowledge)
    {
        var account = new Account(knowledge);
        var events = new PregnancyEventFinder(record, knowledge, account.Issues).Find();
        foreach (var found in events.Where(found => found.Statement?.Method != DatingMethod.LastPeriod || found.IsStated))
            account.Take(found);
        foreach (var found in events.Where(found => found.Statement?.Method == DatingMethod.LastPeriod && !found.IsStated))
            account.TakeLastPeriod(found);
        return account.Complete();
    }

    private sealed class Account(ReadingKnowledge knowledge)
    {
        private readonly List<EpisodeDraft> drafts = [];
        private readonly Dictionary<Origin, EpisodeDraft> byOrigin = [];
        private readonly List<PregnancyEvent> undatedEnds = [];
        private EpisodeDraft? current;

        public List<Issue> Issues { get; } = [];

        public void Take(PregnancyEvent found)
        {
            switch (found.Kind)
            {
                case PregnancyEventKind.Began:
                    TakeBeginning(found);
                    break;
                case PregnancyEventKind.Seen:
                    TakeSight(found);
                    break;
                case PregnancyEventKind.Dated:
                    TakeDating(found);
                    break;
                case PregnancyEventKind.Ended:
                    TakeEnd(found);
                    break;
                case PregnancyEventKind.Closed:
                    if (byOrigin.TryGetValue(found.Evidence.From, out var closed) && !closed.IsOver)
                        closed.Finish(found.Evidence.When, PregnancyEnd.Unstated, null);
                    break;
                default:
                    throw new InvalidOperationException($"The event {found.Kind} is not handled.");
            }
        }

        // A last period is asked of every woman: it dates a pregnancy that other entries show, and shows none by itself.
        public void TakeLastPeriod(PregnancyEvent found)
        {
            var statement = found.Statement!;
            var written = found.Evidence.When?.Earliest;
            var draft = written is { } day
                ? drafts.LastOrDefault(draft => draft.FirstSeen <= day && draft.Covers(day))
                : drafts.FirstOrDefault(draft => draft.FirstSeen >= statement.EarliestStart && draft.FirstSeen <= statement.EarliestStart.PlusDays(knowledge.LongestPregnancy));
            if (draft?.FirstSeen is not { } first)
                return;
            if (statement.EarliestStart > first)
            {
                Issues.Add(new(IssueCode.ImpossibleOrder, Severity.Error, found.Evidence.From.Place,
                    $"{found.Evidence.What}, although the record shows her pregnant on {PartialDate.On(first)} already.", "Correct the date in the source."));
                return;
            }

            draft.Date(statement);
            draft.Note(found.Evidence, null);
        }

        public PregnancyHistory Complete()
        {
            foreach (var found in undatedEnds.Where(found => drafts.TrueForAll(draft => draft.End != found.End)))
            {
                var draft = Open();
                draft.Note(found.Evidence, null);
                draft.Finish(found);
            }

            return new(
                Entries.From(drafts.Select(draft => draft.Complete()).OrderBy(episode => episode.FirstSeen)), [.. Issues]);
        }

        private EpisodeDraft Open()
        {
            current = new(knowledge.LongestPregnancy);
            drafts.Add(current);
            return current;
        }

        private void TakeBeginning(PregnancyEvent found)
        {
            var isSame = !found.IsStated && current is not null
                && (found.Date is { } date ? current.Covers(date) : found.IsOver || !current.IsOver);
            var draft = isSame ? current! : Open();
            draft.Note(found.Evidence, found.Date);
            draft.Extend(found.SpanEnd, found.IsOver && (found.Date is not null || !isSame));
            draft.State(found.Stated);
            if (found.IsStated && found.IsOver && found.Date is null)
                draft.Finish(null, found.End, found.GestationAtEnd);
            byOrigin[found.Evidence.From] = draft;
        }

        private void TakeSight(PregnancyEvent found)
        {
            var date = found.Date!.Value;
            if (current is not null && !current.IsOver && current.Covers(date))
                current.Note(found.Evidence, date);
            else if (current?.Ended is not { } ended || date > ended.Latest.PlusDays(knowledge.LongestPregnancy))
                Open().Note(found.Evidence, date);
        }

        private void TakeDating(PregnancyEvent found)
        {
            var statement = found.Statement!;
            var date = found.Date!.Value;
            if (found.IsStated && byOrigin.TryGetValue(found.Evidence.From, out var stated))
            {
                stated.Date(statement);
                return;
            }

            var draft = current is null ? null
                : current.IsOver ? (current.Ended is { } ended && statement.LatestStart <= ended.Latest ? current : null)
                : current.Covers(date) ? current : null;
            if (draft?.FirstSeen is { } first && statement.EarliestStart > first)
            {
                Issues.Add(new(IssueCode.ImpossibleOrder, Severity.Warning, found.Evidence.From.Place,
                    $"{found.Evidence}: by this the pregnancy began after {PartialDate.On(first)}, when the record shows her pregnant already.",
                    "It was read as another pregnancy; correct it if it is not."));
                draft = null;
            }

            draft ??= Open();
            draft.Date(statement);
            draft.Note(found.Evidence, draft.IsOver ? null : date);
        }

        private void TakeEnd(PregnancyEvent found)
        {
            if (found.Date is not { } date)
            {
                undatedEnds.Add(found);
                return;
            }

            if (found.Stated is not null && byOrigin.TryGetValue(found.Evidence.From, out var own) && !own.IsOver)
            {
                own.Note(found.Evidence, date);
                own.Finish(found);
            }
            else if (current is not null && !found.IsStated && !current.IsOver && current.Covers(date))
            {
                current.Note(found.Evidence, date);
                current.Finish(found);
            }
            else if (current is { IsOver: true } && !found.IsStated && IsSameEnd(current, date))
            {
                current.FinishAgain(found, Issues);
                current.Note(found.Evidence, null);
            }
            else
            {
                var draft = Open();
                draft.Note(found.Evidence, date);
                draft.Finish(found);
            }
        }

        private bool IsSameEnd(EpisodeDraft draft, LocalDate date) =>
            draft.SpanEnd >= date || (draft.Ended is { } ended && date < ended.Earliest.PlusDays(knowledge.ShortestBirth));
    }
}
