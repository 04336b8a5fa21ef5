import CourseKit

Program(verbs: [.verify, .new, .make, .pack]) { "verify" }.run()
