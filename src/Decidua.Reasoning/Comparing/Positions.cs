using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Comparing;

/// <summary>Makes the positions of guidelines from the rows that fire.</summary>
/// <param name="gestation">The days of gestation that she may have reached; null when not known.</param>
/// <param name="hasGivenBirth">Whether the birth is certainly behind her.</param>
internal sealed class Positions(Interval? gestation, bool hasGivenBirth)
{
    private readonly List<Position> found = [];

    /// <summary>The positions of one guideline in the order of the questions, heparin first; a subject on which no row may apply has none.</summary>
    /// <param name="answer">The answer of the guideline.</param>
    internal ImmutableArray<Position> Of(GuidelineAnswer answer)
    {
        var program = answer.Evaluation.Program;
        found.Clear();
        foreach (var group in hasGivenBirth ? program.ComparedAfterBirth : program.Compared)
            if (answer.Evaluation.Possible.Meets(group.Rows) && Of(answer, group) is { } position) found.Add(position);
        return [.. found];
    }

    private Position? Of(GuidelineAnswer answer, ComparedGroup group)
    {
        var evaluation = answer.Evaluation;
        var speaks = group.Advice is { } advice && evaluation.Possible.Meets(advice.Rows);
        var warnings = evaluation.Certain.Meets(group.WarningRows) ? Warnings(evaluation, group) : [];
        if (!speaks && (warnings.IsEmpty || !IsForNow(group.Question))) return null;
        var mayBeSilent = false;
        return new Position(answer, group, speaks ? Outcomes(evaluation, group, out mayBeSilent) : []) { MayBeSilent = mayBeSilent, Warnings = warnings };
    }

    /// <summary>A warning without advice is about today, so it belongs to one half of a divided question only.</summary>
    private bool IsForNow(ClinicalQuestion question) => question.Part != (hasGivenBirth ? PartOfTime.BeforeBirth : PartOfTime.AfterBirth);

    private ImmutableArray<Recommendation> Outcomes(Evaluation evaluation, ComparedGroup group, out bool mayBeSilent)
    {
        var advice = group.Advice!;
        if (evaluation.Possible.AgreesWithin(evaluation.Certain, advice.Rows))
        {
            mayBeSilent = false;
            return Certain(evaluation, group, advice);
        }

        var combination = new Combination(evaluation, advice);
        mayBeSilent = combination.MayBeSilent;
        var outcomes = new Dictionary<Outcome, HashSet<int>>();
        foreach (var number in OutcomeLattice.In(combination.Set))
        {
            var outcome = Timed(group, advice.Lattice.Outcomes[number]);
            if (outcomes.TryGetValue(outcome, out var rows)) rows.UnionWith(combination.RowsOf(number));
            else outcomes.Add(outcome, [.. combination.RowsOf(number)]);
        }

        var certainty = outcomes.Count == 1 && !mayBeSilent ? Certainty.Certain : Certainty.Possible;
        var program = evaluation.Program;
        return
        [
            .. outcomes.Select(pair => Make(evaluation, group, pair.Key, [.. pair.Value.Order().Select(row => program.Rows[row])], certainty))
                .OrderByDescending(one => one.Advice).ThenByDescending(one => one.Intensity).ThenBy(one => one.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The one outcome when all rows of the group are known to fire or not.</summary>
    private ImmutableArray<Recommendation> Certain(Evaluation evaluation, ComparedGroup group, AdviceGroup advice)
    {
        var (outcome, first, several) = (-1, -1, false);
        foreach (var row in evaluation.Certain.Within(advice.Rows))
        {
            several |= first >= 0;
            if (first < 0) first = row;
            var own = advice.OutcomeOf(row);
            outcome = outcome < 0 ? own : advice.Lattice.Join(outcome, own);
        }

        if (!several && group.OfRow[first] is { IsDefault: false } known) return known;
        var raw = advice.Lattice.Outcomes[outcome];
        ImmutableArray<Recommendation> made = [Make(evaluation, group, Timed(group, raw), Rows(evaluation, advice.Rows), Certainty.Certain)];
        if (!several && raw.From is not Milestone.Either && raw.Until is not Milestone.Either) group.OfRow[first] = made;
        return made;
    }

    /// <summary>The rows of a group that certainly fire.</summary>
    private static ImmutableArray<Row> Rows(Evaluation evaluation, RowSet scope)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var row in evaluation.Certain.Within(scope)) rows.Add(evaluation.Program.Rows[row]);
        return rows.DrainToImmutable();
    }

    private Outcome Timed(ComparedGroup group, Outcome outcome)
    {
        var resolved = outcome.At(gestation);
        var (from, until) = BirthTime.Within(group.Question.Part, resolved.From, resolved.Until, hasGivenBirth);
        return resolved with { From = from, Until = until };
    }

    private ImmutableArray<Recommendation> Warnings(Evaluation evaluation, ComparedGroup group)
    {
        var warnings = ImmutableArray<Recommendation>.Empty;
        foreach (var warning in group.Warnings)
        {
            var outcome = -1;
            foreach (var row in evaluation.Certain.Within(warning.Rows))
                outcome = outcome < 0 ? warning.OutcomeOf(row) : warning.Lattice.Join(outcome, warning.OutcomeOf(row));
            if (outcome < 0) continue;
            warnings = warnings.Add(Make(evaluation, group, warning.Lattice.Outcomes[outcome].At(gestation), Rows(evaluation, warning.Rows), Certainty.Certain));
        }

        return warnings;
    }

    private static Recommendation Make(Evaluation evaluation, ComparedGroup group, Outcome outcome, ImmutableArray<Row> rows, Certainty certainty) => new()
    {
        Guideline = evaluation.Program.Guideline.Id,
        Channel = group.Question.Channel,
        Subject = group.Subject,
        Advice = outcome.Kind,
        Intensity = outcome.Intensity,
        From = outcome.From,
        Until = outcome.Until,
        Certainty = certainty,
        Rows = rows,
    };
}
