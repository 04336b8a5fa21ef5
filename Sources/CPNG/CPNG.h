// libpng for Swift. When libpng gives up it leaves by `longjmp`, which must never cross a frame of
// Swift. So every call of it that can fail stands in `CPNGRun`, which catches the jump and gives 0;
// nothing of Swift is called from there, since bytes come from memory and go to memory.
#ifndef CPNG_H
#define CPNG_H

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// A PNG that is being read from memory or written to it.
typedef struct {
  /// Where libpng goes when it gives up.
  jmp_buf rescue;
  /// Why it gave up.
  char message[128];
  png_structp png;
  png_infop info;

  /// Reading: what is left of the file, and whether more than that was asked for.
  const unsigned char *next;
  size_t left;
  int isCutOff;

  /// What the picture is; while reading, bits and channels are those of the rows handed out.
  png_uint_32 width, height;
  int bits, channels, isInterlaced;

  /// Writing: the rows, one after the other, and the file so far.
  const unsigned char *rows;
  unsigned char *bytes;
  size_t count, room;
} CPNGFile;

/// What `CPNGRun` is to do. A picture is read in the first four, in this order.
typedef enum {
  /// Read up to the pixels; gives width and height, and allocates nothing by them.
  CPNGReadHeader,
  /// Make ready for rows; gives bits, channels and isInterlaced.
  CPNGReadStart,
  /// Read the next row, of an interlaced picture the next row of its seven small pictures.
  CPNGReadRow,
  /// Read what is behind the pixels.
  CPNGReadEnd,
  /// Write the whole file.
  CPNGWriteAll,
} CPNGStep;

static inline void CPNGFail(png_structp png, png_const_charp message) {
  CPNGFile *file = (CPNGFile *)png_get_error_ptr(png);
  strncpy(file->message, message, sizeof file->message - 1);
  longjmp(file->rescue, 1);
}

static inline void CPNGIgnore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static inline void CPNGTake(png_structp png, png_bytep bytes, size_t count) {
  CPNGFile *file = (CPNGFile *)png_get_io_ptr(png);
  if (count > file->left) {
    file->isCutOff = 1;
    png_error(png, "the end is missing");
  }
  memcpy(bytes, file->next, count);
  file->next += count;
  file->left -= count;
}

static inline void CPNGPut(png_structp png, png_bytep bytes, size_t count) {
  CPNGFile *file = (CPNGFile *)png_get_io_ptr(png);
  if (count > file->room - file->count) {
    size_t room = 2 * (file->count + count);
    unsigned char *larger = (unsigned char *)realloc(file->bytes, room);
    if (larger == NULL) png_error(png, "out of memory");
    file->bytes = larger;
    file->room = room;
  }
  memcpy(file->bytes + file->count, bytes, count);
  file->count += count;
}

static inline void CPNGFlush(png_structp png) { (void)png; }

static inline void CPNGDoReadHeader(CPNGFile *file) {
  file->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, file, CPNGFail, CPNGIgnore);
  if (file->png == NULL) return;
  file->info = png_create_info_struct(file->png);
  if (file->info == NULL) return;
  png_set_read_fn(file->png, file, CPNGTake);
  // How large is too large is for the caller to say, who can name the size.
  png_set_user_limits(file->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  // What is wrong is an error, in pixels and beside them.
  png_set_crc_action(file->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors(file->png, 0);
  // Colour profiles, gamma, texts: checked and skipped, so that they bend no number and their
  // stated lengths allocate nothing.
  png_set_keep_unknown_chunks(file->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(file->png, file->info);
  file->width = png_get_image_width(file->png, file->info);
  file->height = png_get_image_height(file->png, file->info);
}

static inline void CPNGDoReadStart(CPNGFile *file) {
  // Palettes to colours, small greys to 0…255, transparency to alpha; nothing else.
  png_set_expand(file->png);
  png_read_update_info(file->png, file->info);
  file->bits = png_get_bit_depth(file->png, file->info);
  file->channels = png_get_channels(file->png, file->info);
  file->isInterlaced =
      png_get_interlace_type(file->png, file->info) != PNG_INTERLACE_NONE;
}

static inline void CPNGDoWrite(CPNGFile *file) {
  static const int colours[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA,
                                PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
  file->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, file, CPNGFail, CPNGIgnore);
  if (file->png == NULL) return;
  file->info = png_create_info_struct(file->png);
  if (file->info == NULL) return;
  png_set_write_fn(file->png, file, CPNGPut, CPNGFlush);
  png_set_user_limits(file->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  // Said, not left to the library: another version of it may choose otherwise.
  png_set_compression_level(file->png, 6);
  png_set_filter(file->png, PNG_FILTER_TYPE_BASE, PNG_ALL_FILTERS);
  png_set_IHDR(file->png, file->info, file->width, file->height, file->bits,
               colours[file->channels - 1], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
               PNG_FILTER_TYPE_BASE);
  png_write_info(file->png, file->info);
  size_t stride = (size_t)file->width * file->channels * (file->bits / 8);
  for (png_uint_32 row = 0; row < file->height; row++) {
    png_write_row(file->png, file->rows + row * stride);
  }
  png_write_end(file->png, file->info);
}

/// Takes a step and gives 1, or 0 where it failed and `message` says why; then only free the file.
///
/// `row` is for `CPNGReadRow`: room for as many samples as a whole row has.
static inline int CPNGRun(CPNGFile *file, CPNGStep step, unsigned char *row) {
  // Nothing local is changed behind this line, as what is would be lost in a jump.
  if (setjmp(file->rescue) != 0) return 0;
  switch (step) {
    case CPNGReadHeader: CPNGDoReadHeader(file); break;
    case CPNGReadStart: CPNGDoReadStart(file); break;
    case CPNGReadRow: png_read_row(file->png, row, NULL); break;
    case CPNGReadEnd: png_read_end(file->png, NULL); break;
    case CPNGWriteAll: CPNGDoWrite(file); break;
  }
  if (file->png != NULL && file->info != NULL) return 1;
  strcpy(file->message, "out of memory");
  return 0;
}

/// Makes a file that is empty so far; it stays where it is, since libpng remembers its address.
static inline CPNGFile *CPNGMake(void) { return (CPNGFile *)calloc(1, sizeof(CPNGFile)); }

/// Frees a file, after an error as well.
static inline void CPNGFree(CPNGFile *file) {
  if (file->rows != NULL) {
    png_destroy_write_struct(&file->png, &file->info);
  } else {
    png_destroy_read_struct(&file->png, &file->info, NULL);
  }
  free(file->bytes);
  free(file);
}

#endif
