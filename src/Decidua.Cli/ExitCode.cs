namespace Decidua.Cli;

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Answered.</summary>
    internal const int Answered = 0;

    /// <summary>Internal fault.</summary>
    internal const int Fault = 1;

    /// <summary>Bad input.</summary>
    internal const int BadInput = 2;

    /// <summary>Bad knowledge.</summary>
    internal const int BadKnowledge = 3;

    /// <summary>A proof failed, or the solver gave no answer.</summary>
    internal const int ProofFailed = 4;
}
