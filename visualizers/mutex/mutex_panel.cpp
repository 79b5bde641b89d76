#include "scene/panel.h"
