namespace Decidua.Reasoning.Assessing;

/// <summary>Whether a row applies.</summary>
public enum RowState
{
    /// <summary>It applies for none of the remaining values of the facts.</summary>
    DoesNotFire,

    /// <summary>Its conditions may hold, but an exception sets it aside.</summary>
    SetAside,

    /// <summary>It applies for some of them.</summary>
    Possible,

    /// <summary>It applies for all of them.</summary>
    Fires,
}

/// <summary>The words for <see cref="RowState"/>.</summary>
public static class RowStateWords
{
    /// <summary>The state in words, as cases write it.</summary>
    /// <param name="state">The state.</param>
    public static string Word(this RowState state) => state switch
    {
        RowState.DoesNotFire => "does not fire",
        RowState.SetAside => "set aside",
        RowState.Possible => "possible",
        RowState.Fires => "fires",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
