using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>What must hold for every woman, tried on random women at the edges of the tables. Seeds are fixed.</summary>
public sealed class LawsTests
{
    private const int Women = 1200;

    private static GuidelineAnswer Assess(WomanFacts facts) => KnowledgeOnDisk.Assessor.Assess(facts).Answers[0];

    private static bool IsPossible(WomanFacts facts) => KnowledgeOnDisk.Assessor.Contradictions(facts).IsEmpty;

    [Fact]
    public void A_set_valued_answer_contains_every_answer_it_stands_for()
    {
        var women = new RandomWomen(1);
        for (var i = 0; i < Women; i++)
        {
            var known = women.Known();
            var open = Assess(women.Widened(known, 0.3));
            var exact = Assess(known);
            foreach (var row in exact.Guideline.Rows) StateIsWithin(exact.StateOf(row), open.StateOf(row), row);
            foreach (var (one, wide) in exact.Derived.Zip(open.Derived)) one.Values.IsWithin(wide.Values).ShouldBeTrue(one.Value.Name);
            foreach (var one in exact.Recommendations)
                open.Recommendations.ShouldContain(wide => Stands(wide, one), $"{one} is missing from {string.Join(" | ", open.Recommendations)}");
        }
    }

    /// <summary>The recommendation stands for the exact one: the same, but for milestones that her gestation, open in the wide one, decides.</summary>
    private static bool Stands(Recommendation wide, Recommendation exact) =>
        wide.Channel == exact.Channel && wide.Subject == exact.Subject && wide.Advice == exact.Advice && wide.Intensity == exact.Intensity
        && Decides(wide.From, exact.From) && Decides(wide.Until, exact.Until);

    private static bool Decides(Milestone? wide, Milestone? exact) =>
        Equals(wide, exact) || (wide is Milestone.Either either && (Decides(either.First, exact) || Decides(either.Second, exact)));

    private static void StateIsWithin(RowState exact, RowState wide, Row row)
    {
        if (wide == RowState.Fires) exact.ShouldBe(RowState.Fires, row.Address);
        if (wide is RowState.DoesNotFire) exact.ShouldBe(RowState.DoesNotFire, row.Address);
        if (exact == RowState.Fires) wide.ShouldBeOneOf(RowState.Fires, RowState.Possible);
    }

    [Fact]
    public void Adding_a_fact_never_turns_certain_advice_into_other_certain_advice()
    {
        var women = new RandomWomen(2);
        for (var i = 0; i < Women; i++)
        {
            var known = women.Known();
            var less = women.Widened(known, 0.2);
            var before = Assess(less).Recommendations.Where(one => one.Certainty == Certainty.Certain).ToList();
            var open = less.Vocabulary.Facts.Where(fact => !less[fact].Values.IsSingle).ToList();
            if (open.Count == 0) continue;
            var fact = open[i % open.Count];
            var after = Assess(less.With(fact, known[fact].Values)).Recommendations;
            foreach (var one in before)
                after.ShouldContain(other => other.Certainty == Certainty.Certain && Stands(one, other), $"{one} was certain before {fact} was known");
        }
    }

    [Fact]
    public void Widening_a_fact_never_makes_advice_more_certain()
    {
        var women = new RandomWomen(3);
        for (var i = 0; i < Women; i++)
        {
            var facts = women.Widened(women.Known(), 0.1);
            var wider = women.Widened(facts, 0.1);
            var narrow = Assess(facts).Recommendations;
            foreach (var one in Assess(wider).Recommendations.Where(one => one.Certainty == Certainty.Certain))
                narrow.ShouldContain(other => other.Certainty == Certainty.Certain && Stands(one, other), $"{one} became certain by knowing less");
        }
    }

    [Fact]
    public void A_set_valued_answer_is_the_union_of_its_answers_but_for_facts_that_are_read_more_than_once()
    {
        var women = new RandomWomen(4);
        var (wider, tried) = (0, 0);
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        string[] opened = ["smoker", "parity", "multiple pregnancy", "assisted conception"];
        for (var i = 0; i < 300; i++)
        {
            var facts = women.Known();
            var open = opened.Select(name => vocabulary.Named(name)!).ToList();
            var set = open.Aggregate(facts, (now, fact) => now.Unknown(fact));
            tried++;
            var union = Union(set, open, 0).ToHashSet();
            var wide = Assess(set).Recommendations.Select(Name).ToHashSet();
            union.IsSubsetOf(wide).ShouldBeTrue();
            if (!wide.SetEquals(union)) wider++;
        }

        TestContext.Current.SendDiagnosticMessage($"{wider} of {tried} random women with four unknown facts get a wider answer than the union of the known ones.");
        tried.ShouldBeGreaterThan(50);
        (wider <= tried / 10).ShouldBeTrue($"{wider} of {tried} answers were wider than needed");
    }

    private static string Name(Recommendation one) => $"{one.Channel}: {one}";

    private static IEnumerable<string> Union(WomanFacts facts, List<Fact> open, int depth)
    {
        if (depth == open.Count) return IsPossible(facts) ? Assess(facts).Recommendations.Select(Name) : [];
        return Samples(open[depth]).SelectMany(value => Union(facts.With(open[depth], value), open, depth + 1));
    }

    private static IEnumerable<ValueSet> Samples(Fact fact) => fact.Type.IsNumeric
        ? Enumerable.Range((int)fact.Type.Range.Low, 6).Select(number => (ValueSet)new ValueSet.Numbers(Interval.Point(number)))
        : Enumerable.Range(0, fact.Type.Choices.Length).Select(index => (ValueSet)new ValueSet.Choices(1UL << index));

    [Fact]
    public void The_order_in_which_facts_are_entered_does_not_matter()
    {
        var women = new RandomWomen(5);
        for (var i = 0; i < 200; i++)
        {
            var facts = women.Known(20);
            var other = facts.Vocabulary.Facts.Reverse().Where(fact => facts[fact].Standing == Standing.Known)
                .Aggregate(WomanFacts.None(facts.Vocabulary), (now, fact) => now.With(fact, facts[fact].Values));
            Assess(other).Recommendations.Select(Name).ShouldBe(Assess(facts).Recommendations.Select(Name));
        }
    }
}
