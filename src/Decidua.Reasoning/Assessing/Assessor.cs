using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// Answers questions about women from checked knowledge. Making one compiles the knowledge; after that it is immutable and may be
/// shared by any number of threads.
/// </summary>
public sealed class Assessor
{
    private const string Kilogram = "kg";
    private readonly RuleProgram[] programs;
    private readonly Lazy<RuleProgram[]> planning;
    private readonly Fact[] weights;
    private readonly Consistency consistency;
    private readonly Protocol? defaultProtocol;

    /// <summary>Compiles the knowledge.</summary>
    /// <param name="library">Checked knowledge.</param>
    public Assessor(Library library)
    {
        Library = library;
        programs = [.. library.Guidelines.Select(guideline => new RuleProgram(guideline))];
        planning = new(() => [.. library.Planning.Select(document => new RuleProgram(document))]);
        weights = [.. library.Vocabulary.Facts.Where(fact => fact.Type.Unit == Kilogram)];
        consistency = new Consistency(library);
        defaultProtocol = library.DefaultProtocol;
    }

    /// <summary>The knowledge.</summary>
    public Library Library { get; }

    /// <summary>Assesses one woman by every guideline, or by the ones named.</summary>
    /// <param name="facts">Her facts; values that other recorded facts rule out are taken from open ones first.</param>
    /// <param name="protocol">The protocol; the default one when null.</param>
    /// <param name="guidelines">Ids of the guidelines to ask; all when empty. Planning documents answer only when named here.</param>
    public Assessment Assess(WomanFacts facts, Protocol? protocol = null, params IReadOnlyCollection<string> guidelines)
    {
        protocol ??= defaultProtocol;
        var given = facts;
        facts = consistency.Narrow(facts);
        var read = protocol is { RoundsWeights: true } ? Rounded(facts) : facts;
        var asked = guidelines.Count == 0 ? programs : Named(guidelines);
        var answers = new GuidelineAnswer[asked.Length];
        for (var index = 0; index < asked.Length; index++) answers[index] = new GuidelineAnswer(asked[index].Run(asked[index].MasksOf(read)), read);
        return new Assessment { Library = Library, Given = given, Facts = facts, Protocol = protocol, Answers = ImmutableCollectionsMarshal.AsImmutableArray(answers) };
    }

    /// <summary>Finds recorded facts that cannot be together.</summary>
    /// <param name="facts">Her facts. What is only assumed contradicts nothing.</param>
    /// <returns>One issue per row that certainly applies.</returns>
    public ImmutableArray<Issue> Contradictions(WomanFacts facts) => consistency.Contradictions(facts);

    private RuleProgram[] Named(IReadOnlyCollection<string> ids)
    {
        var guidelines = Array.FindAll(programs, program => ids.Contains(program.Guideline.Id));
        return guidelines.Length == ids.Count ? guidelines : [.. guidelines, .. Array.FindAll(planning.Value, program => ids.Contains(program.Guideline.Id))];
    }

    private WomanFacts Rounded(WomanFacts facts)
    {
        foreach (var fact in weights)
        {
            if (facts[fact] is { Standing: Standing.Known or Standing.Narrowed, Values: ValueSet.Numbers recorded } state)
                facts = facts.With(fact, Rounded(recorded), state.Origin);
        }

        return facts;
    }

    private static ValueSet.Numbers Rounded(ValueSet.Numbers weights) =>
        weights.IsSingle ? new ValueSet.Numbers(Rounded(weights.Intervals[0])) : new ValueSet.Numbers(weights.Intervals.Select(Rounded));

    /// <summary>From the lowest to the highest whole number to which a weight of the interval is rounded, a half away from zero.</summary>
    private static Interval Rounded(Interval weights)
    {
        var (low, high) = (Whole(weights.Low), Whole(weights.High));
        var endsAtAHalf = high - weights.High == weights.High - (high - 1);
        return Interval.Closed(low, Math.Max(low, endsAtAHalf && !weights.HighClosed ? high - 1 : high));

        static decimal Whole(decimal weight) => decimal.Round(weight, 0, MidpointRounding.AwayFromZero);
    }
}
