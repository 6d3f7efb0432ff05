/// Places and areas compared with each other, on WGS-84. Only this package knows the libraries that compute it.
@NullMarked
package torgau.catalogue.earth;

import org.jspecify.annotations.NullMarked;
