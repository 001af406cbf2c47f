using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>What was in the blood when a sample was taken, and how she was: as stated with the result, or else from her record.</summary>
/// <param name="chart">The record.</param>
/// <param name="table">The limits.</param>
internal sealed class SampleSurroundings(Chart chart, AntibodyTable table)
{
    /// <summary>Every circumstance that certainly or perhaps held.</summary>
    public IEnumerable<Circumstance> Of(AntibodyReading reading)
    {
        var result = reading.Result;
        var inr = result.Inr ?? SameDay(reading, CodeSetNames.Inr);
        var antiXa = result.AntiXa ?? SameDay(reading, CodeSetNames.AntiXa);
        if (inr is { } ratio && Holds(Circumstance.Inr, ratio))
            yield return Circumstance.Inr;
        if (antiXa is { } activity && Holds(Circumstance.AntiXa, activity))
            yield return Circumstance.AntiXa;
        foreach (var circumstance in ByAnticoagulant(reading, inr is not null, antiXa is not null).Distinct())
            yield return circumstance;
        if (result.AcuteIllness == true)
            yield return Circumstance.AcuteIllness;
        if (result.Pregnant ?? MayHaveBeenPregnant(reading))
            yield return Circumstance.Pregnancy;
    }

    private bool Holds(Circumstance circumstance, decimal number) =>
        table.Disturbing.TryGetValue(circumstance, out var rule) && rule.Limit.Contains(number);

    private IEnumerable<Circumstance> ByAnticoagulant(AntibodyReading reading, bool hasInr, bool hasAntiXa)
    {
        var result = reading.Result;
        switch (result.Anticoagulant)
        {
            case SampleAnticoagulant.DirectOral:
                yield return Circumstance.DirectOral;
                break;
            case SampleAnticoagulant.Warfarin when !hasInr:
                yield return Circumstance.WarfarinWithoutInr;
                break;
            case SampleAnticoagulant.TherapeuticUfh:
                yield return Circumstance.TreatmentUfh;
                break;
            case SampleAnticoagulant.TherapeuticLmwh when !hasAntiXa:
                yield return Circumstance.TreatmentLmwhWithoutAntiXa;
                break;
            case SampleAnticoagulant.Unstated:
                foreach (var circumstance in ByMedicines(reading, hasInr, hasAntiXa))
                    yield return circumstance;
                break;
        }

        var isOnHeparin = result.Anticoagulant is SampleAnticoagulant.ProphylacticLmwh or SampleAnticoagulant.TherapeuticLmwh
            or SampleAnticoagulant.ProphylacticUfh or SampleAnticoagulant.TherapeuticUfh;
        if (isOnHeparin && result.Neutraliser == false)
            yield return Circumstance.HeparinNotNeutralised;
    }

    // A list of medicines names the drug and not the dose.
    private IEnumerable<Circumstance> ByMedicines(AntibodyReading reading, bool hasInr, bool hasAntiXa)
    {
        var taken = chart.Record.Medications.Where(drug => MayHaveTaken(drug, reading)).Select(drug => drug.What).ToList();
        bool Any(string set) => taken.Exists(what => chart.Knowledge.Has(set, what));
        var (direct, warfarin) = (Any(CodeSetNames.DirectAnticoagulant), Any(CodeSetNames.VitaminKAntagonist));
        var heparin = Any(CodeSetNames.LowMolecularWeightHeparin) || Any(CodeSetNames.UnfractionatedHeparin);
        if (direct)
            yield return Circumstance.DirectOral;
        if (warfarin && !hasInr)
            yield return Circumstance.WarfarinWithoutInr;
        if (heparin && !hasAntiXa)
            yield return Circumstance.HeparinOfUnknownDose;
        if (!direct && !warfarin && !heparin)
        {
            chart.Report(new(
                IssueCode.IncompleteResult, Severity.Information, reading.Result.From.Place,
                $"{reading.Citation}: it is not said what she was given against clotting when the blood was taken. Her record shows nothing, so the result was read.",
                "Add it to the result."));
        }
    }

    private bool MayHaveTaken(Medication drug, AntibodyReading reading)
    {
        for (var day = reading.Earliest; day <= reading.Latest; day = day.PlusDays(1))
        {
            if (drug.TakenOn(day, chart.LastEntry) != Presence.Absent)
                return true;
        }

        return false;
    }

    // A pregnancy that nothing dates was there from the first day on which it is on record.
    private bool MayHaveBeenPregnant(AntibodyReading reading) => chart.Episodes.Any(episode =>
        (episode.IsDatedByRecordOnly ? episode.FirstSeen : episode.Dating!.EarliestStart) is { } start && start <= reading.Latest
        && (episode.Ended is { } ended ? reading.Earliest < ended.Latest
            : !episode.IsOver && reading.Earliest <= start.PlusDays(chart.Knowledge.LongestPregnancy)));

    private decimal? SameDay(AntibodyReading reading, string set) =>
        chart.Record.Measurements
            .Where(entry => entry.When == reading.Result.When && entry.Found is Finding.Amount && chart.Knowledge.Has(set, entry.What))
            .Select(entry => (decimal?)((Finding.Amount)entry.Found).Value).Max();
}
