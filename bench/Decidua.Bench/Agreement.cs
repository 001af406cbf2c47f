using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Bench;

/// <summary>Refuses to time two programs that do not give the same answers.</summary>
internal static class Agreement
{
    public static void Check(HandAnswer hand, GuidelineAnswer engine, Woman woman)
    {
        Same(hand.AntenatalScore, Number("antenatal score"), "antenatal score");
        Same(hand.PostnatalScore, Number("postnatal score"), "postnatal score");
        var tier = engine.DerivedValue("postnatal tier")!;
        Same(hand.PostnatalTier, ValueText.Set(tier.Value.Type, tier.Values), "postnatal tier");
        var box = engine.Guideline.Rows.Where(row => row.Id is "MGT-01" or "MGT-02" or "MGT-03" && engine.StateOf(row) is RowState.Fires or RowState.SetAside).Select(row => row.Id).FirstOrDefault("");
        Same(hand.Advice, box, "management box");
        var dose = engine.Results.First(result => result.Table.Address.EndsWith("/prophylactic-dose", StringComparison.Ordinal)).Values.First(value => value.Column.Quantity == "enoxaparin daily").Number;
        Same(hand.Dose, dose, "dose");

        decimal Number(string name) => ((ValueSet.Numbers)engine.DerivedValue(name)!.Values).Single;

        void Same(object hand, object? engine, string what)
        {
            if (!string.Equals($"{hand:0.####}", $"{engine:0.####}", StringComparison.Ordinal) && !(hand is int number && engine is decimal other && number == other))
                throw new InvalidOperationException($"By hand the {what} is {hand}, by the engine {engine}, for {woman}.");
        }
    }
}
