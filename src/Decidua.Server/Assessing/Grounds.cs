using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Server.Assessing;

/// <summary>
/// What advice stands on: the rows that carry it by themselves. Rows that only may apply are no grounds for certain advice, nor
/// rows that say something weaker grounds for a possible outcome, as long as another row carries it.
/// </summary>
/// <param name="Rows">The rows that carry it.</param>
/// <param name="Reasons">Their reasons, joined; empty when they give none.</param>
public sealed record Grounds(ImmutableArray<Row> Rows, string Reasons)
{
    /// <summary>The grounds of a recommendation.</summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="advice">One of its recommendations.</param>
    public static Grounds Of(GuidelineAnswer answer, Recommendation advice)
    {
        ImmutableArray<Row> carrying = advice.Certainty == Certainty.Certain
            ? [.. advice.Rows.Where(row => answer.StateOf(row) == RowState.Fires)]
            : [.. advice.Rows.Where(row => SaysTheSame(row, advice))];
        var rows = carrying.IsEmpty ? advice.Rows : carrying;
        return new Grounds(rows, string.Join("; ", rows.Select(row => row.Advice!.Reason).Where(reason => reason.Length > 0).Distinct()));
    }

    private static bool SaysTheSame(Row row, Recommendation advice) =>
        row.Advice is { } own && own.Kind == advice.Advice && own.Intensity == advice.Intensity && own.From == advice.From && own.Until == advice.Until;
}
