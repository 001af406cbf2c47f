using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Cells;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>Finds every entry of a record that says something about a pregnancy.</summary>
internal sealed class PregnancyEventFinder(Record record, ReadingKnowledge knowledge, List<Issue> issues)
{
    private readonly List<PregnancyEvent> events = [];

    /// <summary>The events in order of date; undated ones last.</summary>
    public IReadOnlyList<PregnancyEvent> Find()
    {
        foreach (var condition in record.Conditions)
            FromCondition(condition);
        foreach (var procedure in record.Procedures.Where(procedure => procedure.Status != ProcedureStatus.Planned))
            FromCodes(procedure.What, procedure.When, procedure.From);
        foreach (var encounter in record.Encounters.Where(encounter => encounter.Status != EncounterStatus.Planned))
            FromEncounter(encounter);
        foreach (var measurement in record.Measurements)
            FromMeasurement(measurement);
        foreach (var pregnancy in record.Pregnancies)
            FromPregnancy(pregnancy);
        return [.. events.OrderBy(found => found.Date is null).ThenBy(found => found.Date).ThenBy(found => found.Kind)
            .ThenBy(found => found.Evidence.From.Id, StringComparer.Ordinal)];
    }

    private void FromCondition(Condition condition)
    {
        var isPregnancy = knowledge.Has(CodeSetNames.CurrentPregnancy, condition.What);
        if (condition.Verification == Verification.Suspected)
        {
            if (isPregnancy || EndOf(condition.What) != PregnancyEnd.Unstated)
                issues.Add(new(IssueCode.ExcludedEntry, Severity.Warning, condition.From.Place,
                    $"{condition.What} is only suspected. It was not read as a pregnancy.", "Confirm it in the source."));
            return;
        }

        if (!isPregnancy)
        {
            FromCodes(condition.What, condition.Began, condition.From);
            return;
        }

        if (condition.Abatement is { } end && condition.Onset is { } onset && end.Latest < onset.Earliest)
        {
            issues.Add(new(IssueCode.ImpossibleOrder, Severity.Error, condition.From.Place,
                $"The pregnancy ended on {end}, before it began on {onset}.", "Correct the dates in the source."));
            return;
        }

        var evidence = new PregnancyEvidence(condition.What.ToString(), condition.Began, condition.From);
        Add(PregnancyEventKind.Began, condition.Began, evidence, found => found with
        {
            SpanEnd = condition.Abatement, IsOver = condition.Status == ClinicalStatus.Over || condition.Abatement is not null,
        });
        if (condition.Abatement is { } closed)
            Add(PregnancyEventKind.Closed, closed, evidence with { When = closed, What = $"{evidence.What}: closed" });
    }

    private void FromCodes(Concept what, PartialDate? when, Origin from)
    {
        var evidence = new PregnancyEvidence(what.ToString(), when, from);
        if (EndOf(what) is var end && end != PregnancyEnd.Unstated)
            Add(PregnancyEventKind.Ended, when, evidence, found => found with { End = end });
        else if (when is not null && knowledge.Has(CodeSetNames.PregnancyCare, what))
            Add(PregnancyEventKind.Seen, when, evidence);
    }

    // The reason of a contact may lie in the past, so it never ends a pregnancy.
    private void FromEncounter(Encounter encounter)
    {
        if (encounter.Began is { } when && (knowledge.Has(CodeSetNames.PregnancyCare, encounter.Types)
            || knowledge.Has(CodeSetNames.CurrentPregnancy, encounter.Reasons)))
            Add(PregnancyEventKind.Seen, when, new(encounter.Types.ToString(), when, encounter.From));
    }

    private void FromMeasurement(Measurement measurement)
    {
        if (StatementOf(measurement) is not { } statement)
            return;
        var evidence = new PregnancyEvidence($"{Named(measurement)}: {measurement.Found}", measurement.When, measurement.From);
        if (measurement.When is { } when && statement.EarliestStart > when.Latest)
        {
            issues.Add(new(IssueCode.ImpossibleOrder, Severity.Error, measurement.From.Place,
                $"{evidence.What}, written on {when}: a pregnancy dated by it would begin only on {PartialDate.On(statement.EarliestStart)}.",
                "Correct the date in the source."));
            return;
        }

        events.Add(new(PregnancyEventKind.Dated, measurement.When?.Earliest ?? statement.LatestStart, evidence) { Statement = statement });
    }

    private DatingStatement? StatementOf(Measurement measurement)
    {
        if (measurement.Found is Finding.Day day)
        {
            if (knowledge.Has(CodeSetNames.LastPeriod, measurement.What))
                return DatingStatement.FromLastPeriod(day.Date, measurement.From);
            return knowledge.Has(CodeSetNames.DueDate, measurement.What) ? FromDueDate(day.Date, measurement.From) : null;
        }

        var isAge = knowledge.Has(CodeSetNames.GestationalAge, measurement.What)
            || measurement.What.Codes.Any(code => code.System == CodeSystem.Fact && code.Value == "gestation");
        if (!isAge || measurement.When is not { } when)
            return null;
        if (StatedAge.Read(measurement, issues) is not var (least, greatest))
            return null;
        if (least.TotalDays <= knowledge.LongestPregnancy)
            return DatingStatement.FromAge(when, least, greatest, measurement.From);
        issues.Add(new(IssueCode.ImpossibleGestation, Severity.Error, measurement.From.Place,
            $"A gestational age of {measurement.Found} cannot be; the longest taken is {GestationText(knowledge.LongestPregnancy)}.",
            "Correct it in the source."));
        return null;
    }

    private DatingStatement? FromDueDate(PartialDate due, Origin from)
    {
        if (knowledge.LengthOfPregnancy is { } days && GestationalAge.TryFromDays(days, out var term))
            return DatingStatement.FromDueDate(due, term, from);
        issues.Add(new(IssueCode.UnknownReference, Severity.Warning, from.Place,
            "The protocol has no parameter 'length of pregnancy', so the due date could not be used.", "Add it to the protocol."));
        return null;
    }

    private void FromPregnancy(Pregnancy pregnancy)
    {
        var evidence = new PregnancyEvidence("Pregnancy", pregnancy.LastPeriod ?? pregnancy.Ended, pregnancy.From);
        var statements = new List<DatingStatement>();
        if (pregnancy.LastPeriod is { } last)
            statements.Add(DatingStatement.FromLastPeriod(last, pregnancy.From));
        if (pregnancy.DueDate is { } due && FromDueDate(due, pregnancy.From) is { } byDueDate)
            statements.Add(byDueDate);
        if (pregnancy.Ended is { } ended && pregnancy.GestationAtEnd is { } age)
            statements.Add(DatingStatement.FromAge(ended, age.Least, age.Greatest, pregnancy.From));
        var start = statements.Count == 0 ? default(LocalDate?) : statements[0].LatestStart;
        if (pregnancy.Ended?.Earliest is { } first && first < start)
            start = first;
        if (start is not null || pregnancy.Ended is null)
        {
            events.Add(new(PregnancyEventKind.Began, start, evidence)
            {
                IsStated = true, IsOver = pregnancy.End != PregnancyEnd.Unstated, End = pregnancy.End,
                GestationAtEnd = pregnancy.GestationAtEnd, Stated = pregnancy,
            });
        }

        foreach (var statement in statements)
            events.Add(new(PregnancyEventKind.Dated, start, evidence) { Statement = statement, IsStated = true });
        if (pregnancy.Ended is { } end)
        {
            Add(PregnancyEventKind.Ended, end, evidence with { When = end }, found => found with
            {
                End = pregnancy.End, GestationAtEnd = pregnancy.GestationAtEnd, IsStated = start is null, Stated = pregnancy,
            });
        }
    }

    private PregnancyEnd EndOf(Concept what) =>
        knowledge.Has(CodeSetNames.Stillbirth, what) ? PregnancyEnd.Stillbirth
        : knowledge.IsBirth(what) ? PregnancyEnd.Birth
        : knowledge.Has(CodeSetNames.Molar, what) ? PregnancyEnd.Molar
        : knowledge.Has(CodeSetNames.Biochemical, what) ? PregnancyEnd.Biochemical
        : knowledge.Has(CodeSetNames.Miscarriage, what) ? PregnancyEnd.Miscarriage
        : knowledge.Has(CodeSetNames.Termination, what) ? PregnancyEnd.Termination
        : knowledge.Has(CodeSetNames.Ectopic, what) ? PregnancyEnd.Ectopic
        : PregnancyEnd.Unstated;

    private static string Named(Measurement measurement) =>
        measurement.What.Codes.Count > 0 && measurement.What.Codes[0].System == CodeSystem.Fact
            ? measurement.What.Codes[0].Value
            : measurement.What.ToString();

    private static string GestationText(int days) => GestationalAge.TryFromDays(days, out var age) ? age.ToString() : $"{days} days";

    private void Add(
        PregnancyEventKind kind, PartialDate? when, PregnancyEvidence evidence, Func<PregnancyEvent, PregnancyEvent>? complete = null)
    {
        var found = new PregnancyEvent(kind, when?.Earliest, evidence);
        events.Add(complete is null ? found : complete(found));
    }
}
