using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Decidua.Knowledge.Protocols;

/// <summary>Which guideline answers each question at a place, and its local parameters.</summary>
public sealed class Protocol
{
    private FrozenSet<string>? chosen;

    /// <summary>Id, for example <c>uk</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is used when nobody names one.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>For each channel the id of the guideline that answers it.</summary>
    public required ImmutableSortedDictionary<string, string> Channels { get; init; }

    /// <summary>For each topic of planning (<see cref="PlanningTopic"/>) the id of the guideline or planning document that answers it.</summary>
    public required ImmutableSortedDictionary<string, string> Planning { get; init; }

    /// <summary>Whether it chooses a guideline for some channel.</summary>
    /// <param name="guideline">Id of the guideline.</param>
    public bool Chooses(string guideline) => (chosen ??= Channels.Values.ToFrozenSet()).Contains(guideline);

    /// <summary>Local parameters by name.</summary>
    public required ImmutableSortedDictionary<string, ProtocolParameter> Parameters { get; init; }

    /// <summary>Name of the parameter that says how a weight between two printed bands is read.</summary>
    public const string WeightRounding = "weight rounding";

    /// <summary>Name of the parameter that says which heparin is meant when nobody names one.</summary>
    public const string Drug = "drug";

    /// <summary>Name of the parameter that says at which hour of the day a daily injection is given, <c>20:00</c>.</summary>
    public const string InjectionTime = "injection time";

    /// <summary>Name of the parameter that says for how long a clinic stops heparin before a planned birth, when that is longer than its guideline asks; <c>0 h</c> for no longer.</summary>
    public const string ClinicHold = "clinic hold before planned birth";

    /// <summary>Name of the parameter that says which presentations the pharmacy has: their ids, or <c>all</c>.</summary>
    public const string Stock = "products in stock";

    /// <summary>Name of the parameter that says from which market presentations are taken.</summary>
    public const string Market = "market";

    /// <summary>Name of the parameter that says how long a pregnancy is from the first day of the last period to the due date.</summary>
    public const string LengthOfPregnancy = "length of pregnancy";

    /// <summary>Name of the parameter that says how long before conception the last period began.</summary>
    public const string PeriodToConception = "last period before conception";

    /// <summary>Name of the parameter that says which statement dates a pregnancy when several are given: the kinds in the order in which they are believed.</summary>
    public const string DatingOrder = "dating order";

    /// <summary>The value of <see cref="Stock"/> and <see cref="Market"/> that leaves nothing out.</summary>
    public const string Everything = "all";

    /// <summary>Name of the parameter that names the price list.</summary>
    public const string Prices = "price list";

    /// <summary>Name of the parameter that says how long before the last syringe she should ask for more: <c>7 d</c>.</summary>
    public const string RefillLead = "refill lead";

    /// <summary>Name of the parameter that says how far a dose per kilogram may be rounded to a real syringe, in percent: <c>10 %</c>. A dose that a table prints is given exactly.</summary>
    public const string LargestRounding = "largest rounding";

    /// <summary>Name of the parameter that says which of two equally near amounts is given: <c>down</c> or <c>up</c>.</summary>
    public const string RoundingTie = "rounding at a tie";

    /// <summary>Name of the parameter that says which time zone a page takes when nobody enters one, <c>Europe/London</c>.</summary>
    public const string TimeZone = "time zone";

    /// <summary>The value of a parameter; empty when the protocol does not set it.</summary>
    /// <param name="parameter">Its name.</param>
    public string this[string parameter] => Parameters.GetValueOrDefault(parameter)?.Value ?? "";

    /// <summary>Whether weights are rounded to whole kilograms before a dose band is chosen.</summary>
    public bool RoundsWeights => rounding.Value;

    private readonly Lazy<bool> rounding;

    /// <summary>Makes a protocol; what follows from its parameters is worked out once, because every assessment asks for it.</summary>
    public Protocol() => rounding = new(() => Parameters!.TryGetValue(WeightRounding, out var parameter) && parameter.Value == "whole kilograms");
}

/// <summary>One local parameter.</summary>
/// <param name="Value">The value as written.</param>
/// <param name="Meaning">What it does, for readers.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ProtocolParameter(string Value, string Meaning, string Source);
