using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Facts;

public class WomanFactsTests
{
    private static readonly FactVocabulary Vocabulary = SmallKnowledge.Library.Vocabulary;
    private static readonly Fact Age = Vocabulary.Named("age")!;
    private static readonly Fact Smoker = Vocabulary.Named("smoker")!;

    private static ValueSet Years(decimal low, decimal high) => Age.Type.Numbers(Interval.Closed(low, high));

    [Fact]
    public void Nothing_recorded_is_unknown_or_assumed()
    {
        var none = WomanFacts.None(Vocabulary);
        none[Age].ShouldBe(new FactState(Age.Type.Everything, Standing.Unknown));
        none[Smoker].ShouldBe(new FactState(Smoker.Type.Choice("no")!, Standing.Assumed));
    }

    [Fact]
    public void A_recorded_fact_is_known_narrowed_or_unknown()
    {
        var none = WomanFacts.None(Vocabulary);
        none.With(Age, Years(30, 30))[Age].Standing.ShouldBe(Standing.Known);
        none.With(Age, Years(30, 40))[Age].Standing.ShouldBe(Standing.Narrowed);
        none.With(Age, Years(10, 65))[Age].Standing.ShouldBe(Standing.Unknown);
        none.With(Smoker, Smoker.Type.Everything)[Smoker].Standing.ShouldBe(Standing.Unknown);
        none.With(Age, Age.Type.Numbers([Interval.Closed(10, 30), Interval.Closed(31, 65)]))[Age].Standing.ShouldBe(Standing.Unknown);
        none.With(Smoker, Smoker.Type.Choice("no")!)[Smoker].Standing.ShouldBe(Standing.Known, "recorded, although it is what would be presumed");
        none.With(Age, Years(30, 30), "Observation 1")[Age].Origin.ShouldBe("Observation 1");
    }

    [Fact]
    public void Facts_are_immutable()
    {
        var none = WomanFacts.None(Vocabulary);
        var smoker = none.With(Smoker, Smoker.Type.Choice("yes")!);
        none[Smoker].Standing.ShouldBe(Standing.Assumed);
        smoker.Without(Smoker)[Smoker].ShouldBe(none[Smoker]);
        smoker[Smoker].Standing.ShouldBe(Standing.Known);
        none.Unknown(Smoker)[Smoker].ShouldBe(new FactState(Smoker.Type.Everything, Standing.Unknown));
        smoker.Which(Standing.Known).ShouldBe([Smoker]);
    }

    [Fact]
    public void An_empty_set_is_a_bug_of_the_caller() => Should.Throw<ArgumentException>(() => WomanFacts.None(Vocabulary).With(Age, new ValueSet.Numbers([])));

    [Fact]
    public void A_presumed_value_that_is_recorded_gives_the_answer_of_the_presumption()
    {
        foreach (var fact in Vocabulary.Facts.Where(fact => fact.IsPresumed))
        {
            var absent = SmallWoman.Of(SmallWoman.Healthy).Without(fact);
            SmallWoman.Assessor.Assess(absent.With(fact, fact.Absent)).Answers[0].Advice().ShouldBe(SmallWoman.Assessor.Assess(absent).Answers[0].Advice(), fact.Name);
        }
    }
}
