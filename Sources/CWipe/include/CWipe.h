// Nothing to call: linking this module makes every free and realloc of the process overwrite what it gives back.
#pragma once
