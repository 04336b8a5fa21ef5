import CourseFiles
import Foundation
import Testing

/// Files that come with the course.
@Suite struct CourseFileTests {
  @Test func `a file that is not there is named with every folder it is not in`() {
    let error = #expect(throws: CourseFileError.self) { try CourseFile("no/such.png").path() }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("no/such.png: the file is in none of "))
    #expect(text.contains("Glassbox_CourseFilesTests.resources"))
    #expect(text.contains("/CourseFilesTests/Resources"))
    #expect(text.hasSuffix("."))
  }

  @Test func `a file is found in its module's resources`() throws {
    let path = try CourseFile("photos/chelsea.png", file: "Datasets/Any.swift").path()
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(path.hasSuffix("Resources/photos/chelsea.png"))
  }
}
