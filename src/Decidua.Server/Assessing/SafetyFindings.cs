using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Server.Assessing;

/// <summary>What stands above every indication: contraindications and the other safety advice.</summary>
public sealed class SafetyFindings
{
    private SafetyFindings(ImmutableArray<CertainDanger> certain, ImmutableArray<OpenDanger> open)
    {
        Certain = certain;
        Open = open;
    }

    /// <summary>Safety advice that certainly holds.</summary>
    public ImmutableArray<CertainDanger> Certain { get; }

    /// <summary>Reasons against what she may be given that are not excluded yet.</summary>
    public ImmutableArray<OpenDanger> Open { get; }

    /// <summary>Whether something is certainly contraindicated.</summary>
    /// <param name="subject">For example LMWH.</param>
    public bool Forbids(string subject) => Certain.Any(danger => danger.Advice.Subject == subject && danger.Advice.Advice is AdviceKind.Contraindicated or AdviceKind.Stop or AdviceKind.Hold);

    /// <summary>Finds the safety advice of the chosen guidelines, and that of others where these do not say what forbids a drug. Possible advice is left out where nobody would give its subject.</summary>
    /// <param name="consultation">The answer.</param>
    public static SafetyFindings Of(Consultation consultation)
    {
        var certain = ImmutableArray.CreateBuilder<CertainDanger>();
        var open = ImmutableArray.CreateBuilder<OpenDanger>();
        if (consultation.Assessment is not { } assessment) return new SafetyFindings([], []);
        var given = Safeguard.Given(assessment);
        var found =
            from chosen in consultation.Chosen
            from advice in chosen.Answer.Recommendations
            where advice.Channel == chosen.Channel && advice.Advice.IsSafety()
            select (chosen.Answer, Advice: advice);
        foreach (var (answer, advice) in found.Concat(Safeguard.Lent(assessment)))
        {
            if (advice.Certainty == Certainty.Certain) certain.Add(new CertainDanger(advice, answer));
            if (given.Contains(advice.Subject) || advice.Advice != AdviceKind.Contraindicated)
                open.AddRange(SameAs(answer, advice).Where(row => answer.StateOf(row) == RowState.Possible).Select(row => Danger(answer, advice, row)));
        }

        return new SafetyFindings(certain.ToImmutable(), [.. open.DistinctBy(danger => danger.Row.Address)]);
    }

    /// <summary>All rows that say the same about the subject, whether or not they are needed for the advice as it stands.</summary>
    private static IEnumerable<Row> SameAs(GuidelineAnswer answer, Recommendation advice) => answer.Guideline.Rows
        .Where(row => row.Advice is { } own && own.Kind == advice.Advice && own.Subject == advice.Subject && own.Channel == advice.Channel);

    private static OpenDanger Danger(GuidelineAnswer answer, Recommendation advice, Row row) => new(
        advice, row, string.Join(", ", row.Conditions.Select(condition => Explainer.Find(answer, condition))
            .Where(finding => finding.Holds == Holding.Possibly)
            .Select(finding => Found(finding.Condition.Term, finding.Found))));

    private static string Found(Term term, ValueSet values) =>
        values == term.Type.Everything ? $"{term.Name} not known" : $"{term.Name} {ValueText.WithUnit(term.Type, values)}";
}

/// <summary>Safety advice that certainly holds.</summary>
/// <param name="Advice">The advice.</param>
/// <param name="Answer">The answer of its guideline.</param>
public sealed record CertainDanger(Recommendation Advice, GuidelineAnswer Answer);

/// <summary>Something against giving a drug that is not excluded yet.</summary>
/// <param name="Advice">The advice that may hold.</param>
/// <param name="Row">The row that may apply.</param>
/// <param name="Because">What leaves it open: <c>platelet count not known</c>.</param>
public sealed record OpenDanger(Recommendation Advice, Row Row, string Because);
