namespace Decidua.Clinical.Records;

/// <summary>What was found by an observation. A closed hierarchy: <see cref="Match{T}"/> goes through it.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>A number with its unit.</summary>
    /// <param name="Value">The number as recorded.</param>
    /// <param name="Unit">The UCUM code, or the words of the unit when no code was given; empty when none was.</param>
    /// <param name="Comparator"><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c>, <c>&gt;</c>, or empty for the number itself.</param>
    public sealed record Amount(decimal Value, string Unit, string Comparator = "") : Finding
    {
        /// <summary><c>72.5 kg</c>.</summary>
        public override string ToString() => Unit.Length == 0 ? $"{Comparator}{Value}" : $"{Comparator}{Value} {Unit}";
    }

    /// <summary>A coded answer.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Coded(Concept Answer) : Finding
    {
        /// <summary>Its words.</summary>
        public override string ToString() => Answer.ToString();
    }

    /// <summary>A date, such as the first day of the last period.</summary>
    /// <param name="Date">The date as precisely as recorded.</param>
    public sealed record Day(PartialDate Date) : Finding
    {
        /// <summary>The date.</summary>
        public override string ToString() => Date.ToString();
    }

    /// <summary>Yes or no.</summary>
    /// <param name="Value">The answer.</param>
    public sealed record Truth(bool Value) : Finding
    {
        /// <summary><c>yes</c> or <c>no</c>.</summary>
        public override string ToString() => Value ? "yes" : "no";
    }

    /// <summary>Words that no rule reads.</summary>
    /// <param name="Text">As recorded.</param>
    public sealed record Words(string Text) : Finding
    {
        /// <summary>As recorded.</summary>
        public override string ToString() => Text;
    }

    /// <summary>Answers by the kind of finding.</summary>
    public T Match<T>(
        Func<Amount, T> amount, Func<Coded, T> coded, Func<Day, T> day, Func<Truth, T> truth, Func<Words, T> words) => this switch
        {
            Amount found => amount(found),
            Coded found => coded(found),
            Day found => day(found),
            Truth found => truth(found),
            Words found => words(found),
            _ => throw new InvalidOperationException("The hierarchy of findings is closed."),
        };
}

/// <summary>How a laboratory marked a result.</summary>
public enum LaboratoryMark
{
    /// <summary>Not at all.</summary>
    Unstated,

    /// <summary>Normal, negative, not detected.</summary>
    Normal,

    /// <summary>Abnormal, positive, high, detected.</summary>
    Abnormal,
}

/// <summary>A measurement or an answer to a question, as recorded.</summary>
public sealed record Measurement
{
    /// <summary>What was measured or asked.</summary>
    public required Concept What { get; init; }

    /// <summary>What was found.</summary>
    public required Finding Found { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>The day it holds for; null when not stated.</summary>
    public PartialDate? When { get; init; }

    /// <summary>How the laboratory marked it.</summary>
    public LaboratoryMark Marked { get; init; }

    /// <summary>Whether it may still be corrected: registered or preliminary.</summary>
    public bool Preliminary { get; init; }
}
