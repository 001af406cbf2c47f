using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Server.Assessing;

/// <summary>What advice stands on. Rows that only may apply are no grounds for certain advice as long as another row carries it.</summary>
/// <param name="Rows">The rows that carry it.</param>
/// <param name="Reasons">Their reasons, joined; empty when they give none.</param>
public sealed record Grounds(ImmutableArray<Row> Rows, string Reasons)
{
    /// <summary>The grounds of a recommendation.</summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="advice">One of its recommendations.</param>
    public static Grounds Of(GuidelineAnswer answer, Recommendation advice)
    {
        ImmutableArray<Row> firing = [.. advice.Rows.Where(row => answer.StateOf(row) == RowState.Fires)];
        var rows = advice.Certainty == Certainty.Certain && !firing.IsEmpty ? firing : advice.Rows;
        return new Grounds(rows, string.Join("; ", rows.Select(row => row.Advice!.Reason).Where(reason => reason.Length > 0).Distinct()));
    }
}
