using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests;

/// <summary>Women of the small knowledge, their facts written as cells: <c>phase: pregnant; age: &gt; 35; smoker: unknown</c>.</summary>
internal static class SmallWoman
{
    public static Assessor Assessor { get; } = new(SmallKnowledge.Library);

    /// <summary>All facts of the small knowledge, so that nothing is open: no risk factor, pregnant at 20+0.</summary>
    public const string Healthy = "phase: pregnant; gestation: 20+0; birth: not yet; age: 30; booking BMI: 22; dosing weight: 70; platelet count: 250; bed rest: 0 h; "
        + "smoker: no; clot: none; varicose veins: no; bleeding: none; allergy: no";

    public static WomanFacts Of(string facts, Library? library = null) => Of(WomanFacts.None((library ?? SmallKnowledge.Library).Vocabulary), facts);

    /// <summary>The same woman with facts added or replaced.</summary>
    public static WomanFacts Of(WomanFacts woman, string facts)
    {
        foreach (var part in facts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':');
            var fact = woman.Vocabulary.Named(part[..colon]).ShouldNotBeNull(part);
            var text = part[(colon + 1)..].Trim();
            var issues = new List<Issue>();
            woman = text == "unknown" ? woman.Unknown(fact) : woman.With(fact, new TestReader(fact.Type, issues).Read(new Cell(text, default)).ShouldNotBeNull(string.Join('\n', issues)));
        }

        return woman;
    }

    public static GuidelineAnswer Answer(string facts) => Assessor.Assess(Of(facts)).Answers.ShouldHaveSingleItem();

    /// <summary>The healthy woman with some facts changed.</summary>
    public static GuidelineAnswer Known(string facts) => Answer($"{Healthy}; {facts}");

    /// <summary>The advice in words, possible advice with a question mark.</summary>
    public static IEnumerable<string> Advice(this GuidelineAnswer answer) => answer.Recommendations.Select(one => one + (one.Certainty == Certainty.Certain ? "" : " ?"));

    public static string Derived(this GuidelineAnswer answer, string name)
    {
        var derived = answer.DerivedValue(name).ShouldNotBeNull();
        return ValueText.Set(derived.Value.Type, derived.Values);
    }

    public static RowState State(this GuidelineAnswer answer, string row) => answer.StateOf(answer.Guideline.Rows.Single(one => one.Id == row));
}
