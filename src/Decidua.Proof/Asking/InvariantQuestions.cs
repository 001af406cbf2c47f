using System.Collections.Immutable;
using System.Globalization;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Safety;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Proof.Encoding;

namespace Decidua.Proof.Asking;

/// <summary>
/// What the invariants demand of the documents that answer together: those that a protocol chooses, or one guideline in their place, each time
/// with the safety advice that the default protocol lends. Two copies of a woman are asked where one fact is to change nothing.
/// </summary>
/// <param name="library">The knowledge.</param>
public sealed class InvariantQuestions(Library library)
{
    private const string Other = " (the other)";

    /// <summary>The questions about a protocol.</summary>
    /// <param name="protocol">A protocol of the library.</param>
    public QuestionSheet Of(Protocol protocol) => Sheet($"protocol {protocol.Id}", Chosen(protocol));

    /// <summary>The questions about a guideline by itself.</summary>
    /// <param name="guideline">A guideline of the library that is no mere practice.</param>
    public QuestionSheet Of(Guideline guideline) => Sheet(guideline.Id, [guideline]);

    private ImmutableArray<Guideline> Chosen(Protocol protocol) => [.. protocol.Channels.Values.Distinct().Select(id => library.Guideline(id)!)];

    private QuestionSheet Sheet(string about, ImmutableArray<Guideline> asked)
    {
        ImmutableArray<Guideline> lenders = library.DefaultProtocol is { } lender ? Chosen(lender) : [];
        var (first, second) = (new Scene(library, ""), new Scene(library, Other));
        foreach (var guideline in asked.Union(lenders)) first.Rules.Define(guideline);
        foreach (var guideline in asked) second.Rules.Define(guideline);
        var named = library.Invariants.SelectMany(Facts).ToHashSet();
        var facts = first.Women.WithBound(first.Rules.Facts.Union(named)).OrderBy(fact => fact.Index).ToList();
        var questions = library.Invariants.SelectMany(invariant => Ask(about, invariant, new Asked(asked, lenders, first, second, facts)));
        return new QuestionSheet
        {
            About = about,
            Definitions = first.Women.Declare(facts) + first.Rules.Text + second.Women.Declare(facts) + second.Rules.Text,
            Questions = [.. questions],
            Facts = [.. facts.Select(fact => (fact, first.Women.Symbol(fact)))],
        };
    }

    private static IEnumerable<Fact> Facts(Invariant invariant) => invariant switch
    {
        Invariant.Never never => never.When.Select(condition => condition.Fact),
        Invariant.Always always => always.When.Select(condition => condition.Fact),
        Invariant.Independent independent => [independent.Fact],
        Invariant.Monotone monotone => [monotone.Raising],
        _ => throw new ArgumentOutOfRangeException(nameof(invariant)),
    };

    private static IEnumerable<Question> Ask(string about, Invariant invariant, Asked asked) => invariant switch
    {
        Invariant.Never never => OfNever(about, never, asked),
        Invariant.Always always => OfAlways(about, always, asked),
        Invariant.Independent independent => OfIndependent(about, independent, asked),
        Invariant.Monotone monotone => OfMonotone(about, monotone, asked),
        _ => throw new ArgumentOutOfRangeException(nameof(invariant)),
    };

    private static IEnumerable<Question> OfNever(string about, Invariant.Never never, Asked asked)
    {
        var when = When(never.When, asked.First.Women);
        var words = string.Join(" and ", never.When.Select(condition => condition.Text));
        yield return new Question($"{never.Id} {about}", QuestionKind.NotVacuous, $"Some woman has {words}.", when);
        yield return new Question($"{never.Id} {about}", QuestionKind.Never, $"Where {words}: {never.Outcome.Subject} is never {never.Outcome.Kind.ToString().ToLowerInvariant()}.",
            when + Smt.Assert(Comes(never.Outcome, asked, asked.Guidelines)));
    }

    private static IEnumerable<Question> OfAlways(string about, Invariant.Always always, Asked asked)
    {
        var of = asked.Guidelines.Where(guideline => guideline.Id == always.Document).ToImmutableArray();
        if (of.IsEmpty) yield break;
        var when = When(always.When, asked.First.Women);
        var words = string.Join(" and ", always.When.Select(condition => condition.Text));
        yield return new Question($"{always.Id} {about}", QuestionKind.NotVacuous, $"Some woman has {words}.", when);
        yield return new Question($"{always.Id} {about}", QuestionKind.Always, $"Where {words}: {always.Outcome.Subject} is always {always.Outcome.Kind.ToString().ToLowerInvariant()} by {always.Document}.",
            when + Smt.Assert(Smt.Not(Comes(always.Outcome, asked, of))));
    }

    /// <summary>Two women who differ in one fact get the same rows on the subject.</summary>
    private static IEnumerable<Question> OfIndependent(string about, Invariant.Independent independent, Asked asked)
    {
        var rows = asked.Guidelines.SelectMany(guideline => guideline.Rows).Where(row => row.Advice?.Subject == independent.Subject).ToList();
        if (rows.Count == 0) yield break;
        var differ = Smt.Or([.. rows.Select(row => $"(not (= {asked.First.Rules.Stands(row)} {asked.Second.Rules.Stands(row)}))")]);
        yield return new Question($"{independent.Id} {about}", QuestionKind.Independent, $"{independent.Fact.Name} never changes the advice on {independent.Subject}.",
            Exist(asked) + Same(asked, independent.Fact) + Smt.Assert(differ));
    }

    private static IEnumerable<Question> OfMonotone(string about, Invariant.Monotone monotone, Asked asked)
    {
        if (asked.Guidelines.All(guideline => !monotone.Value.StartsWith(guideline.Id + "/", StringComparison.Ordinal))) yield break;
        if (asked.First.Rules.Measure(monotone.Value, asked.Guidelines) is not { } low || asked.Second.Rules.Measure(monotone.Value, asked.Guidelines) is not { } high)
            throw new InvalidOperationException($"{monotone.Id}: nothing has the address '{monotone.Value}'.");
        var rises = $"(< {asked.First.Women.Symbol(monotone.Raising)} {asked.Second.Women.Symbol(monotone.Raising)})";
        yield return new Question($"{monotone.Id} {about}", QuestionKind.Monotone, $"As {monotone.Raising.Name} rises, {monotone.Value} never falls.",
            Exist(asked) + Same(asked, monotone.Raising) + Smt.Assert(rises) + Smt.Assert(low.IsGiven) + Smt.Assert(high.IsGiven) + Smt.Assert($"(> {low.Term} {high.Term})"));
    }

    private static string When(ImmutableArray<FactCondition> when, Women women) =>
        Smt.Assert(women.Exists) + string.Concat(when.Select(condition => Smt.Assert(Smt.In(women.Symbol(condition.Fact), condition.Fact.Type, condition.Values))));

    private static string Exist(Asked asked) => Smt.Assert(asked.First.Women.Exists) + Smt.Assert(asked.Second.Women.Exists);

    private static string Same(Asked asked, Fact except) => string.Concat(asked.Facts.Where(fact => fact != except)
        .Select(fact => Smt.Assert($"(= {asked.First.Women.Symbol(fact)} {asked.Second.Women.Symbol(fact)})")));

    /// <summary>What an outcome is in rows: given is advised, and no row of the same documents or of the lenders forbids it.</summary>
    private static string Comes(Outcome outcome, Asked asked, ImmutableArray<Guideline> of)
    {
        var rules = asked.First.Rules;
        var advised = Rows(of, advice => advice.Kind is AdviceKind.Offer or AdviceKind.Consider && Speaks(advice) && advice.Intensity >= outcome.Intensity);
        var forbidden = Rows(asked.Guidelines.Union(asked.Lenders), advice => advice.Kind is AdviceKind.Contraindicated or AdviceKind.Stop or AdviceKind.Hold && Speaks(advice));
        return outcome.Kind switch
        {
            OutcomeKind.Advised => Smt.Or(advised),
            OutcomeKind.Forbidden => Smt.Or(forbidden),
            OutcomeKind.Given => Smt.And([Smt.Or(advised), Smt.Not(Smt.Or(forbidden))]),
            OutcomeKind.Called => Smt.Or(Rows(asked.Guidelines.Union(asked.Lenders), advice => advice.Kind == AdviceKind.CallNow && Speaks(advice))),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

        bool Speaks(RowAdvice advice) => outcome.Subject == "*" || advice.Subject == outcome.Subject;

        List<string> Rows(IEnumerable<Guideline> guidelines, Func<RowAdvice, bool> wanted) =>
            [.. guidelines.SelectMany(guideline => guideline.Rows).Where(row => row.Advice is { } advice && wanted(advice)).Select(rules.Stands)];
    }

    /// <summary>One copy of all women with the rules about them.</summary>
    private sealed class Scene(Library library, string copy)
    {
        internal Women Women { get; } = new(library, copy);

        internal Rules Rules => field ??= new Rules(Women, copy);
    }

    private sealed record Asked(ImmutableArray<Guideline> Guidelines, ImmutableArray<Guideline> Lenders, Scene First, Scene Second, List<Fact> Facts);
}
