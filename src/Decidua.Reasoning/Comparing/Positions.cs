using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Comparing;

/// <summary>Makes the positions of one guideline from the rows that fire.</summary>
/// <param name="answer">The answer of the guideline.</param>
/// <param name="gestation">The days of gestation that she may have reached; null when not known.</param>
/// <param name="hasGivenBirth">Whether the birth is certainly behind her.</param>
internal sealed class Positions(GuidelineAnswer answer, Interval? gestation, bool hasGivenBirth)
{
    /// <summary>The positions in the order of the questions, heparin first; a subject on which no row may apply has none.</summary>
    internal ImmutableArray<Position> All()
    {
        var program = answer.Evaluation.Program;
        var groups = hasGivenBirth ? program.ComparedAfterBirth : program.Compared;
        var found = ImmutableArray.CreateBuilder<Position>(groups.Length);
        foreach (var group in groups)
            if (Of(group) is { } position) found.Add(position);
        return found.DrainToImmutable();
    }

    private Position? Of(ComparedGroup group)
    {
        var speaks = group.Advice is { } advice && answer.Evaluation.Possible.Meets(advice.Rows);
        var warnings = Warnings(group);
        if (!speaks && (warnings.IsEmpty || !IsForNow(group.Question))) return null;
        var mayBeSilent = false;
        return new Position(answer, group, speaks ? Outcomes(group, out mayBeSilent) : []) { MayBeSilent = mayBeSilent, Warnings = warnings };
    }

    /// <summary>A warning without advice is about today, so it belongs to one half of a divided question only.</summary>
    private bool IsForNow(ClinicalQuestion question) => question.Part != (hasGivenBirth ? PartOfTime.BeforeBirth : PartOfTime.AfterBirth);

    private ImmutableArray<Recommendation> Outcomes(ComparedGroup group, out bool mayBeSilent)
    {
        var evaluation = answer.Evaluation;
        var advice = group.Advice!;
        if (evaluation.Possible.AgreesWithin(evaluation.Certain, advice.Rows))
        {
            mayBeSilent = false;
            return Certain(group, advice);
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
            .. outcomes.Select(pair => Make(group, pair.Key, [.. pair.Value.Order().Select(row => program.Rows[row])], certainty))
                .OrderByDescending(one => one.Advice).ThenByDescending(one => one.Intensity).ThenBy(one => one.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The one outcome when all rows of the group are known to fire or not.</summary>
    private ImmutableArray<Recommendation> Certain(ComparedGroup group, AdviceGroup advice)
    {
        var evaluation = answer.Evaluation;
        var (outcome, first, several) = (-1, -1, false);
        foreach (var row in evaluation.Certain.Within(advice.Rows))
        {
            several |= first >= 0;
            if (first < 0) first = row;
            var own = advice.OutcomeOf(row);
            outcome = outcome < 0 ? own : advice.Lattice.Join(outcome, own);
        }

        if (several) return [Make(group, Timed(group, advice.Lattice.Outcomes[outcome]), [.. Rows(evaluation.Certain, advice.Rows)], Certainty.Certain)];
        if (group.OfRow[first] is { IsDefault: false } known) return known;
        var raw = advice.Lattice.Outcomes[outcome];
        ImmutableArray<Recommendation> made = [Make(group, Timed(group, raw), [evaluation.Program.Rows[first]], Certainty.Certain)];
        if (raw.From is not Milestone.Either && raw.Until is not Milestone.Either) group.OfRow[first] = made;
        return made;
    }

    private List<Row> Rows(RowSet rows, RowSet scope)
    {
        var found = new List<Row>();
        foreach (var row in rows.Within(scope)) found.Add(answer.Evaluation.Program.Rows[row]);
        return found;
    }

    private Outcome Timed(ComparedGroup group, Outcome outcome)
    {
        var resolved = outcome.At(gestation);
        var (from, until) = BirthTime.Within(group.Question.Part, resolved.From, resolved.Until, hasGivenBirth);
        return resolved with { From = from, Until = until };
    }

    private ImmutableArray<Recommendation> Warnings(ComparedGroup group)
    {
        var found = ImmutableArray<Recommendation>.Empty;
        foreach (var warning in group.Warnings)
        {
            if (!answer.Evaluation.Certain.Meets(warning.Rows)) continue;
            var rows = Rows(answer.Evaluation.Certain, warning.Rows);
            var outcome = rows.Select(row => warning.OutcomeOf(answer.Evaluation.Program.IndexOf[row])).Aggregate(warning.Lattice.Join);
            found = found.Add(Make(group, warning.Lattice.Outcomes[outcome].At(gestation), [.. rows], Certainty.Certain));
        }

        return found;
    }

    private Recommendation Make(ComparedGroup group, Outcome outcome, ImmutableArray<Row> rows, Certainty certainty) => new()
    {
        Guideline = answer.Guideline.Id,
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
