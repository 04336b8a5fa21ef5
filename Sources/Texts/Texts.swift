// All that makes text, once: for the command line and for pages.
//
// It needs Foundation alone, and little of that, because the command line is built before anything
// else while somebody waits. It knows no tensor, no picture and no lesson. Text that comes from
// outside reaches a terminal through `Printable` or `StyledText` only, neither of which lets a
// control character pass.
