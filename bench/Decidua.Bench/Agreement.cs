using Decidua.Bench.ByHand;
using Decidua.Cli.Proving;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Bench;

/// <summary>Refuses to time two programs that do not give the same answers.</summary>
internal static class Agreement
{
    /// <summary>The document that was written by hand too.</summary>
    internal const string Guideline = "rcog-37a-2015";

    /// <summary>Women at the edges of the tables whose answers are compared before anything is timed.</summary>
    private const int Women = 1_000;

    private const double Presumed = 0.6;

    /// <summary>Compares the answers on many women.</summary>
    /// <param name="assessor">The engine.</param>
    /// <returns>The number of women.</returns>
    public static int Check(Assessor assessor)
    {
        var women = new RandomWomen(assessor, seed: 2015, Guideline);
        for (var count = 0; count < Women; count++) Check(assessor, women.Next(Presumed));
        return Women;
    }

    /// <summary>Compares the answers on one woman: every row, every score and tier, every dose.</summary>
    /// <param name="assessor">The engine.</param>
    /// <param name="facts">The woman.</param>
    public static void Check(Assessor assessor, WomanFacts facts)
    {
        var hand = new HandAssessment(Woman.Of(facts));
        var engine = assessor.Assess(facts, protocol: null, Guideline).Answers[0];
        var index = 0;
        foreach (var row in engine.Guideline.Rows)
        {
            var own = (R)index++;
            Same(own.ToString().Replace('_', '-'), row.Id, "order of the rows");
            Same(hand.Has(own) ? "fires" : "does not fire", engine.StateOf(row) is RowState.Fires ? "fires" : "does not fire", row.Address);
        }

        Same(hand.AntenatalScore, Number("antenatal score"), "antenatal score");
        Same(hand.PostnatalScore, Number("postnatal score"), "postnatal score");
        Same(hand.AntenatalFactorCount, Number("antenatal factor count"), "antenatal factor count");
        Same(hand.PostnatalFactorCount, Number("postnatal factor count"), "postnatal factor count");
        Same((int)hand.AntenatalTier, Choice("antenatal tier"), "antenatal tier");
        Same((int)hand.PostnatalTier, Choice("postnatal tier"), "postnatal tier");
        Same((int)hand.ClotHistoryGroup, Choice("clot history group"), "clot history group");
        var doses = engine.Results.First(result => result.Table.Address.EndsWith("/prophylactic-dose", StringComparison.Ordinal)).Values;
        Same(hand.Enoxaparin, doses[0].Number, "enoxaparin");
        Same(hand.Dalteparin, doses[1].Number, "dalteparin");
        Same(hand.Tinzaparin, doses[2].Number, "tinzaparin");

        decimal Number(string name) => ((ValueSet.Numbers)engine.DerivedValue(name)!.Values).Single;

        int Choice(string name) => ((ValueSet.Choices)engine.DerivedValue(name)!.Values).Index;

        void Same<T>(T byHand, object? byEngine, string what)
        {
            if (!string.Equals($"{byHand:0.####}", $"{byEngine:0.####}", StringComparison.Ordinal))
                throw new InvalidOperationException($"{what}: by hand {byHand}, by the engine {byEngine}, for {Woman.Of(facts)}.");
        }
    }
}
