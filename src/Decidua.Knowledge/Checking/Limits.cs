namespace Decidua.Knowledge.Checking;

/// <summary>How large knowledge may be. Beyond a limit is an issue with the advice to split; nothing hangs.</summary>
internal static class Limits
{
    /// <summary>The most rows of one table.</summary>
    internal const int MostRows = 1000;

    /// <summary>The most rows of one document.</summary>
    internal const int MostRowsOfDocument = 4000;

    /// <summary>The most columns of one table.</summary>
    internal const int MostColumns = 60;

    /// <summary>The most derived values of one document.</summary>
    internal const int MostDerivedValues = 300;

    /// <summary>The most facts of the vocabulary.</summary>
    internal const int MostFacts = 2000;

    /// <summary>The most pairs of start and end that the advice of one document on one subject may combine to.</summary>
    internal const int MostCourses = 100;

    /// <summary>The most problems of one file that are listed; who has more corrects these first.</summary>
    internal const int MostIssues = 500;
}
