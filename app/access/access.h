// Makes the window's own widgets known to assistive technology.
#pragma once

namespace il::app {

/// Pictures (SpokenPicture) and pulled bars (SpokenValue) get accessible interfaces from now on. Once, when
/// there is an application and before there are widgets; again does no harm.
void installAccess();

} // namespace il::app
