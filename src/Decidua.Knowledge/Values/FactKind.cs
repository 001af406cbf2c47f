namespace Decidua.Knowledge.Values;

/// <summary>What kind of value a fact or derived value has.</summary>
public enum FactKind
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list of named choices.</summary>
    Choice,

    /// <summary>A whole number, for example a count of births or completed years.</summary>
    Count,

    /// <summary>A decimal number with a unit.</summary>
    Number,

    /// <summary>Gestational age; held in whole days.</summary>
    Gestation,

    /// <summary>A length of time; held in whole minutes.</summary>
    Duration,
}
