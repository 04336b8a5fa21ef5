import CourseKit

Program(verbs: [.verify, .pack]) { "verify" }.run()
