import CourseKit

Program(verbs: [.verify, .new, .make, .pack]) { _ in "verify" }.run()
