import CourseFiles

extension Table {
  /// Reads the measurements of 344 penguins of three species, eleven of them incomplete.
  ///
  /// - Returns: The categories `species`, `island`, `sex` and `year`, and four measured numbers.
  /// - Throws: A `CourseFileError` or `CSVError` if the file is missing or damaged.
  public static func penguins() throws -> Table {
    try Table(
      contentsOf: CourseFile("tables/penguins.csv").path(),
      kinds: [
        "species": .category, "island": .category, "sex": .category, "year": .category,
        "bill_length_mm": .number, "bill_depth_mm": .number, "flipper_length_mm": .number,
        "body_mass_g": .number,
      ])
  }

  /// Reads 569 biopsies: thirty numbers on the cells' nuclei, many of which go together.
  ///
  /// - Returns: The category `diagnosis`, benign or malignant, and thirty numbers.
  /// - Throws: A `CourseFileError` or `CSVError` if the file is missing or damaged.
  public static func breastCancer() throws -> Table {
    try Table(
      contentsOf: CourseFile("tables/breast-cancer.csv").path(), kinds: ["diagnosis": .category])
  }
}
