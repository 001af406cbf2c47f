using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Asking;

/// <summary>A fact whose value can still change the answer.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Standing">Unknown or narrowed (open), or assumed (worth confirming).</param>
/// <param name="ChangesAdvice">Whether some value changes advice; otherwise it changes only results such as a dose.</param>
/// <param name="CouldChange">The tables whose advice or results some value changes, in the order of the document.</param>
/// <param name="Answers">For every class of values that can still be: what it would make of the advice.</param>
public sealed record Question(
    Fact Fact, Standing Standing, bool ChangesAdvice, ImmutableArray<DecisionTable> CouldChange, ImmutableArray<Answer> Answers);

/// <summary>One class of answers to a question and what follows from it.</summary>
/// <param name="Values">The values, as readers see them: <c>yes</c>, <c>at least 40</c>.</param>
/// <param name="Changes">Whether the advice or result would differ from the present one.</param>
/// <param name="OpenOutcomes">How many outcomes beyond one per recommendation stay open; 0 when this answer settles everything.</param>
public sealed record Answer(Knowledge.Values.ValueSet Values, bool Changes, int OpenOutcomes);
