/// What is wrong with the search, and in which field.
struct FindProblem: Error, Equatable {
    var field: FindScreen.Field
    var phrase: Phrase
}
