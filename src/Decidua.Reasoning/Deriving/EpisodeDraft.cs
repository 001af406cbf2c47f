using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>A pregnancy while the entries about it are being collected.</summary>
internal sealed class EpisodeDraft(int longestPregnancy)
{
    private readonly List<PregnancyEvidence> evidence = [];
    private readonly List<PregnancyEvidence> endings = [];
    private readonly List<DatingStatement> statements = [];
    private LocalDate? lastSeen;
    private GestationSpan? gestationAtEnd;
    private Pregnancy? stated;
    private bool isClosedUndated;

    public LocalDate? FirstSeen { get; private set; }

    public LocalDate? SpanEnd { get; private set; }

    public PartialDate? Ended { get; private set; }

    public PregnancyEnd End { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>The last day on which this pregnancy may still go on.</summary>
    public LocalDate? LatestEnd => FirstSeen?.PlusDays(longestPregnancy);

    /// <summary>Whether an entry of this day may belong to it: it goes on, or the entry that told of it was still open then.</summary>
    public bool Covers(LocalDate date) => IsOver ? SpanEnd >= date : LatestEnd is null || date <= LatestEnd;

    /// <summary>Takes what was stated about it outright.</summary>
    public void State(Pregnancy? pregnancy) => stated ??= pregnancy;

    public void Note(PregnancyEvidence entry, LocalDate? date)
    {
        evidence.Add(entry);
        if (date is null)
            return;
        FirstSeen = FirstSeen is null || date < FirstSeen ? date : FirstSeen;
        lastSeen = lastSeen is null || date > lastSeen ? date : lastSeen;
    }

    public void Extend(PartialDate? spanEnd, bool isOver)
    {
        if (spanEnd is { } end)
            SpanEnd = SpanEnd is null || end.Latest > SpanEnd ? end.Latest : SpanEnd;
        isClosedUndated |= isOver && spanEnd is null;
    }

    public void Date(DatingStatement statement) => statements.Add(statement);

    /// <summary>Takes the entry that ended it.</summary>
    public void Finish(PregnancyEvent found)
    {
        endings.Add(found.Evidence);
        State(found.Stated);
        Finish(found.Evidence.When, found.End, found.GestationAtEnd);
    }

    public void Finish(PartialDate? date, PregnancyEnd end, GestationSpan? age)
    {
        IsOver = true;
        Ended ??= date;
        End = end;
        gestationAtEnd ??= age;
    }

    /// <summary>Takes another entry on the end of the same pregnancy; a birth that contradicts a loss is reported.</summary>
    public void FinishAgain(PregnancyEvent found, List<Issue> issues)
    {
        endings.Add(found.Evidence);
        if (End == PregnancyEnd.Unstated)
        {
            Ended = found.Evidence.When ?? Ended;
            End = found.End;
        }
        else if (End.IsBirth && found.End.IsBirth)
        {
            End = found.End == PregnancyEnd.Birth ? End : found.End;
        }
        else if (End.IsBirth != found.End.IsBirth && found.End != PregnancyEnd.Unstated)
        {
            issues.Add(new(IssueCode.Contradiction, Severity.Warning, found.Evidence.From.Place,
                $"One pregnancy is recorded both as a birth and as a loss: {string.Join("; ", evidence)}; {found.Evidence}.",
                "Find out which is right; until then it was read as it was first recorded."));
        }
    }

    public PregnancyEpisode Complete()
    {
        if (statements.Count == 0 && FirstSeen is { } first)
        {
            var last = Ended?.Latest ?? first;
            statements.Add(new(DatingMethod.FirstRecorded, last.PlusDays(-longestPregnancy), first, evidence[0].From));
        }

        return new()
        {
            FirstSeen = FirstSeen,
            LastSeen = lastSeen,
            Dating = statements.Count == 0 ? null : new(Entries.From(statements.Distinct())),
            IsOver = IsOver || isClosedUndated,
            Ended = Ended,
            End = End,
            GestationAtEnd = gestationAtEnd,
            Stated = stated,
            EndedBy = Entries.From(endings.Distinct()),
            Evidence = Entries.From(evidence.Distinct().OrderBy(entry => entry.When?.Earliest)),
        };
    }
}
