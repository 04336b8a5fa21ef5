import CourseKit

Program(verbs: [.verify, .make, .pack]) { "verify" }.run()
